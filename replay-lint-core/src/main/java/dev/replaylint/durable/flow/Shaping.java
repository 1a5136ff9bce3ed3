package dev.replaylint.durable.flow;

import dev.replaylint.durable.flow.Construction.Made;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Names;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls that shape an object after it was made: on it, on what they return, and in code that is handed the object. */
public final class Shaping {

    /** How many bodies an object is followed into. */
    private static final int DEEPEST = 8;

    private static final String BUILDER = "Builder";

    private static final Set<String> PLAIN = Set.of(
            "java.lang.String",
            "java.lang.CharSequence",
            "java.lang.Class",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Boolean",
            "java.util.UUID",
            "java.time.Duration",
            "java.net.URI",
            "java.net.URL");

    private final Effects effects;
    private final Decided decided;

    Shaping(Effects effects, Decided decided) {
        this.effects = effects;
        this.decided = decided;
    }

    /** Whether a constructor is given nothing that has setters of its own, and not all of a record's values by their positions. */
    boolean isOpenHanded(Site.Call call) {
        return !effects.isSubtype(call.target().owner(), "java.lang.Record") && isPlain(call);
    }

    private static boolean isPlain(Site.Call call) {
        return Descriptors.parameters(call.target().descriptor()).stream().allMatch(Shaping::isPlain);
    }

    /** Whether values of a parameter with this descriptor have no setters. */
    public static boolean isPlain(String descriptor) {
        return descriptor.length() == 1 || PLAIN.contains(Descriptors.className(descriptor));
    }

    /** Whether a static method of a class starts something of that class: {@code Request.builder()}. */
    static boolean makesOwnKind(Site.Call call) {
        String made = call.target().resultClass();
        boolean copies = Descriptors.parameters(call.target().descriptor()).stream()
                .anyMatch(d -> outermost(Descriptors.className(d)).equals(outermost(made)));
        return outermost(made).equals(outermost(call.target().owner())) && !copies;
    }

    /** Whether an object that somebody wrote to collect values is given one, or makes of them what it is for. */
    static boolean isOwnBuilder(Site.Call call) {
        String result = call.target().resultClass();
        return call.receiver().isPresent()
                && Names.simple(call.target().owner()).endsWith(BUILDER)
                && (result.equals(call.target().owner())
                        || outermost(result).equals(outermost(call.target().owner())));
    }

    private static String outermost(String binaryName) {
        int nested = binaryName.indexOf('$');
        return nested < 0 ? binaryName : binaryName.substring(0, nested);
    }

    /** What functions that an API is given by this call do to the builder it passes to them: one answer for each function. */
    List<Construction> byFunctions(Site.Call call, Way way) {
        return byFunctions(call, way, DEEPEST);
    }

    private List<Construction> byFunctions(Site.Call call, Way way, int depth) {
        List<Construction> found = way.visit().outgoing(call).stream()
                .filter(e -> e.how() == Edge.Kind.IN_PLACE)
                .map(e -> inFunction(e, way, depth - 1))
                .toList();
        return found.isEmpty() ? List.of(Construction.UNKNOWN) : found;
    }

    /** What all functions given to a setter do; unknown if one of them is. */
    Construction byFunctionsOf(Made made) {
        return byFunctionsOf(made, DEEPEST);
    }

    private Construction byFunctionsOf(Made made, int depth) {
        Construction all = new Construction(List.of(), true);
        long functions = Descriptors.parameters(made.call().target().descriptor()).stream()
                .filter(d -> d.startsWith("Ljava/util/function/"))
                .count();
        List<Construction> known = functions == 0 ? List.of() : byFunctions(made.call(), made.way(), depth);
        for (Construction one : known) {
            all = all.then(one);
        }
        return all;
    }

    private Construction inFunction(Edge edge, Way way, int depth) {
        int last = edge.callee().body().shape().parameterTypes().size() - 1;
        return inBody(new Value.Parameter(last), way.into(edge), Optional.empty(), depth);
    }

    /** What happens to a value in its body before it is used; to the end, if no use is named. */
    Construction of(Value value, Way way, Optional<Site> use) {
        return inBody(value, way, use, DEEPEST);
    }

    private Construction inBody(Value value, Way way, Optional<Site> use, int depth) {
        if (depth <= 0) {
            return Construction.UNKNOWN;
        }
        Body body = way.visit().body();
        List<Value> objects = new ArrayList<>(List.of(value));
        List<Made> calls = new ArrayList<>();
        boolean whole = true;
        for (Site site : body.sites()) {
            boolean on = isOn(site, objects);
            boolean hands = hands(site, objects);
            if ((!on && !hands) || !decided.runs(site, way) || !isBefore(site, use, body)) {
                continue;
            }
            boolean certain = isCertain(site, use, way);
            if (on && site instanceof Site.Call call) {
                Made made = new Made(call, way, certain);
                Construction functions = byFunctionsOf(made, depth);
                calls.add(made);
                calls.addAll(certain(functions, certain));
                whole &= functions.whole();
                objects.add(new Value.Result(call));
            }
            if (hands) {
                Construction handed = handed(site, objects, way, depth);
                calls.addAll(certain(handed, certain));
                whole &= handed.whole() || !isBuilder(value, body);
            }
        }
        return new Construction(calls, whole);
    }

    private static List<Made> certain(Construction construction, boolean certain) {
        return certain
                ? construction.calls()
                : construction.calls().stream().map(Made::possibly).toList();
    }

    private boolean isCertain(Site site, Optional<Site> use, Way way) {
        Context at = use.map(Site::context).orElse(Context.NONE);
        return at.conditions().containsAll(decided.conditions(site, way))
                && at.loops().containsAll(site.context().loops());
    }

    private static boolean isBefore(Site site, Optional<Site> use, Body body) {
        return use.isEmpty()
                || (site != use.get() && body.flow().after(site, Walk.ANYWHERE).contains(use.get()));
    }

    private static boolean isOn(Site site, List<Value> objects) {
        return site instanceof Site.Call call
                && call.receiver().isPresent()
                && objects.contains(call.receiver().get());
    }

    private static boolean hands(Site site, List<Value> objects) {
        List<Value> given = List.of();
        if (site instanceof Site.Call call) {
            given = call.arguments();
        } else if (site instanceof Site.FunctionCreation function) {
            given = function.bound();
        }
        for (Value value : given) {
            if (objects.contains(value)) {
                return true;
            }
        }
        return false;
    }

    /** What code does that is handed the object, as an argument or captured. */
    private Construction handed(Site site, List<Value> objects, Way way, int depth) {
        Construction all = new Construction(List.of(), true);
        boolean followed = false;
        for (Edge edge : way.visit().outgoing()) {
            for (int i = -1; i < edge.arguments().size(); i++) {
                boolean passes = edge.argument(i)
                        .filter(b -> b.visit() == way.visit() && objects.contains(b.value()))
                        .isPresent();
                if (passes && leadsThrough(edge, site)) {
                    followed = true;
                    Value handed = i < 0 ? Value.This.THIS : new Value.Parameter(i);
                    all = all.then(inBody(handed, way.into(edge), Optional.empty(), depth - 1));
                }
            }
        }
        boolean harmless = site instanceof Site.Call call && effects.speaksFor(call.target());
        return followed || harmless ? all : all.then(Construction.UNKNOWN);
    }

    /** Whether the way is the call that hands the object over, or runs the function that captured it. */
    public static boolean leadsThrough(Edge edge, Site site) {
        return edge.site() == site
                || (site instanceof Site.FunctionCreation function
                        && edge.callee().body().key().equals(function.implementation()));
    }

    /** Whether whoever has the value can change what it will be. */
    private static boolean isBuilder(Value value, Body body) {
        if (value instanceof Value.Result result) {
            return result.call().isAllocation()
                    || Descriptors.result(result.call().target().descriptor()).contains(BUILDER);
        }
        return value instanceof Value.Parameter parameter
                && Names.simple(Descriptors.className(
                                body.shape().parameterTypes().get(parameter.index())))
                        .contains(BUILDER);
    }
}
