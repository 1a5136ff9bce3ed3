package dev.replaylint.durable.value;

import dev.replaylint.catalog.Flow;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Shaping;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;

/** What is put into texts and collections while they grow: in the body that makes them, and in code that gets hold of them. */
public record Contents(Effects effects) {

    private static final int DEEPEST = 4;

    private static final String MAP = "java.util.Map";

    /** What the object that a call gives is filled with; an unknown value where nobody knows. */
    public List<Term> of(Site.Call made, Way way) {
        String type =
                made.isAllocation() ? made.target().owner() : made.target().resultClass();
        return effects.isMutable(type) ? in(way, new Value.Result(made), DEEPEST) : List.of();
    }

    private List<Term> in(Way way, Value object, int depth) {
        if (depth == 0) {
            return unknown(way);
        }
        List<Value> objects = new ArrayList<>(List.of(object));
        List<Term> found = new ArrayList<>();
        for (Site site : way.visit().body().sites()) {
            if (site instanceof Site.Call call) {
                found.addAll(on(call, objects, way));
                if (call.arguments().stream().anyMatch(objects::contains)) {
                    found.addAll(handed(call, objects, way, depth));
                }
            } else if (site instanceof Site.FunctionCreation function
                    && function.bound().stream().anyMatch(objects::contains)) {
                found.addAll(followed(site, objects, way, depth));
            }
        }
        return found;
    }

    /** A call on the object; builders of texts give themselves back. Of what a map is given, nobody knows what will be taken. */
    private List<Term> on(Site.Call call, List<Value> objects, Way way) {
        if (call.receiver().filter(objects::contains).isEmpty()) {
            return List.of();
        }
        if (effects.isMutable(call.target().resultClass())) {
            objects.add(new Value.Result(call));
        }
        boolean map = effects.isSubtype(call.target().owner(), MAP);
        return map && !call.arguments().isEmpty()
                ? unknown(way)
                : call.arguments().stream().map(a -> new Term(a, way)).toList();
    }

    private List<Term> handed(Site.Call call, List<Value> objects, Way way, int depth) {
        boolean entered = !way.visit().calls(call).isEmpty();
        boolean reads = call.target().isOfPlatform()
                && effects.flow(call.target())
                        .filter(e -> e.fact() == Flow.MUTATES)
                        .isEmpty();
        return !entered && reads ? List.of() : followed(call, objects, way, depth);
    }

    /** What code does that is handed the object, as an argument or captured. */
    private List<Term> followed(Site site, List<Value> objects, Way way, int depth) {
        List<Term> found = new ArrayList<>();
        boolean known = false;
        for (Edge edge : way.visit().outgoing()) {
            for (int i = 0; i < edge.arguments().size(); i++) {
                boolean passes = edge.argument(i)
                        .filter(b -> b.visit() == way.visit() && objects.contains(b.value()))
                        .isPresent();
                if (passes && Shaping.leadsThrough(edge, site)) {
                    known = true;
                    found.addAll(in(way.into(edge), new Value.Parameter(i), depth - 1));
                }
            }
        }
        return known ? found : unknown(way);
    }

    private static List<Term> unknown(Way way) {
        return List.of(new Term(Value.Unknown.UNKNOWN, way));
    }
}
