package dev.replaylint.durable.flow;

import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Follows the open parameters of one value to all callers; what stays open is what entry points are given. */
public final class Expansion {

    private record Open(Visit visit, Leaf.Hole hole) {}

    private final Origins origins;
    private final Set<Leaf> found = new LinkedHashSet<>();
    private final Set<Open> seen = new LinkedHashSet<>();

    public Expansion(Origins origins) {
        this.origins = origins;
    }

    /** All leaves of a value. */
    public Set<Leaf> of(Value value, Visit visit) {
        return of(origins.leaves(value, visit), visit);
    }

    /** The sites among them: uses of APIs, reads of fields. */
    public Set<Site> sources(Value value, Visit visit) {
        Set<Site> sites = new LinkedHashSet<>();
        for (Leaf leaf : of(value, visit)) {
            if (leaf instanceof Leaf.Source source) {
                sites.add(source.site());
            }
        }
        return sites;
    }

    public Set<Leaf> of(Set<Leaf> leaves, Visit visit) {
        for (Leaf leaf : leaves) {
            if (!(leaf instanceof Leaf.Hole hole)) {
                found.add(leaf);
            } else if (seen.add(new Open(visit, hole))) {
                hole(hole, visit);
            }
        }
        return found;
    }

    private void hole(Leaf.Hole hole, Visit visit) {
        boolean passed = false;
        // Fields may lead to initializers that are explored now, and call what calls here.
        for (Edge edge : List.copyOf(visit.incoming())) {
            if (edge.argument(hole.parameter()).isPresent()) {
                passed = true;
                Edge.Bound bound = edge.argument(hole.parameter()).get();
                of(origins.leaves(bound.value(), bound.visit(), hole.path()), bound.visit());
            }
        }
        boolean ownField = hole.parameter() < 0 && !hole.path().isEmpty();
        if (ownField && (!passed || visit.entry().isPresent())) {
            List<FieldKey> rest = hole.path().subList(1, hole.path().size());
            found.addAll(List.copyOf(origins.assigned(hole.path().get(0), rest)));
        }
        if (!passed && hole.parameter() == 0) {
            found.addAll(new Deserialized(origins, visit).of(hole.path()));
        }
        if (!passed && !ownField) {
            found.add(new Leaf.Given(visit, hole.parameter(), hole.path()));
        }
    }
}
