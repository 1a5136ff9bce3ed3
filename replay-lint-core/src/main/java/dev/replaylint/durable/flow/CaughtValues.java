package dev.replaylint.durable.flow;

import dev.replaylint.program.Dispatch;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.TryRange;
import dev.replaylint.program.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What comes with exceptions that replayed code makes, throws and catches: their messages, and what their fields hold. Exceptions of
 * operations come out of checkpoints, and who throws the platform's own is not known.
 */
public final class CaughtValues {

    private static final String THROWABLE = "java.lang.Throwable";
    private static final Set<String> TELLING = Set.of("getMessage", "getLocalizedMessage");

    /** Asks for the message of an exception, in place of the fields that are read from it. */
    private static final List<FieldKey> MESSAGE = List.of(new FieldKey("", "message"));

    /** What comes out of a body, apart from exceptions of types that are caught before. */
    private record Question(Visit visit, Set<String> before) {}

    private final Value.Caught caught;
    private final List<FieldKey> path;
    private final Fields fields;
    private final Origins origins;
    private final Map<Question, Set<Leaf>> known = new HashMap<>();

    private CaughtValues(Value.Caught caught, List<FieldKey> path, Fields fields, Origins origins) {
        this.caught = caught;
        this.path = path;
        this.fields = fields;
        this.origins = origins;
    }

    /** What a call asks of its receiver, if that is an exception of which it gives the message. */
    public static List<FieldKey> asked(Site.Call call, List<FieldKey> path, Effects effects) {
        boolean tells = TELLING.contains(call.target().name())
                && effects.isSubtype(call.target().owner(), THROWABLE);
        return tells ? MESSAGE : path;
    }

    static boolean isMessage(List<FieldKey> path) {
        return path.equals(MESSAGE);
    }

    /** Leaves of the message that constructors of the project hand to those of the platform. */
    static Set<Leaf> message(List<Edge> constructors, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (Edge edge : List.copyOf(constructors)) {
            Set<Leaf> inside = new LinkedHashSet<>();
            Visit constructor = edge.callee();
            for (Site.Call call : constructor.body().calls()) {
                if (call.dispatch() == Dispatch.SPECIAL && call.target().isConstructor()) {
                    inside.addAll(message(constructor.calls(call), origins));
                    List<Value> given = constructor.calls(call).isEmpty() ? call.arguments() : List.of();
                    given.forEach(a -> inside.addAll(origins.leaves(a, constructor)));
                }
            }
            found.addAll(origins.close(inside, edge));
        }
        return found;
    }

    /** Leaves of what a chain of fields, read from a caught exception, holds. */
    static Set<Leaf> of(Value.Caught caught, Visit visit, List<FieldKey> path, Fields fields, Origins origins) {
        return path.isEmpty() ? Set.of() : new CaughtValues(caught, path, fields, origins).in(visit);
    }

    private Set<Leaf> in(Visit visit) {
        Set<Leaf> found = new LinkedHashSet<>();
        visit.body()
                .tries()
                .forEach((range, sites) -> range.handlers().stream()
                        .filter(h -> h.caught().equals(caught))
                        .forEach(h -> sites.forEach(s -> found.addAll(at(s, visit, inside(range, s), Set.of())))));
        return found;
    }

    private static List<TryRange> inside(TryRange range, Site site) {
        List<TryRange> tries = site.context().tries();
        return tries.subList(tries.indexOf(range) + 1, tries.size());
    }

    /** What comes from a site, but for exceptions of types that others catch before: {@code inner} ones, and outside of the body. */
    private Set<Leaf> at(Site site, Visit visit, List<TryRange> inner, Set<String> outside) {
        Set<Leaf> found = new LinkedHashSet<>();
        Set<String> before = new LinkedHashSet<>(outside);
        inner.stream().flatMap(t -> t.handlers().stream()).forEach(h -> before.addAll(h.types()));
        if (site instanceof Site.Throw thrown) {
            thrown.value().stream()
                    .flatMap(v -> v.alternatives().stream())
                    .filter(v -> isCaught(v, before))
                    .forEach(v -> found.addAll(origins.leaves(v, visit, path)));
        }
        for (Edge edge : List.copyOf(visit.outgoing(site))) {
            if (Ways.staysInThread(edge)) {
                found.addAll(origins.close(outOf(new Question(edge.callee(), before)), edge));
            }
        }
        return found;
    }

    private boolean isCaught(Value exception, Set<String> before) {
        return exception instanceof Value.Result made
                && made.call().isAllocation()
                && isOneOf(made.call().target().owner(), caught.types())
                && !isOneOf(made.call().target().owner(), before);
    }

    private boolean isOneOf(String exception, Collection<String> types) {
        return types.stream().anyMatch(t -> fields.isSubtype(exception, t));
    }

    /** Of what leaves a body, thrown in it or in what it runs, or made by a function that an API throws it for. */
    private Set<Leaf> outOf(Question asked) {
        Visit visit = asked.visit();
        Set<Leaf> found = known.get(asked);
        if (found == null) {
            found = new LinkedHashSet<>();
            known.put(asked, found);
            Set<Leaf> all = new LinkedHashSet<>();
            for (Site site : visit.body().sites()) {
                all.addAll(at(site, visit, site.context().tries(), asked.before()));
            }
            visit.returns()
                    .flatMap(r -> r.value().stream())
                    .filter(v -> isSupplied(visit) && isCaught(v.settled(), asked.before()))
                    .forEach(v -> all.addAll(origins.leaves(v, visit, path)));
            found.addAll(all);
        }
        return Set.copyOf(found);
    }

    private static boolean isSupplied(Visit visit) {
        return visit.incoming().stream().allMatch(e -> e.how() == Edge.Kind.IN_PLACE);
    }
}
