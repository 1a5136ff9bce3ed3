package dev.replaylint.durable.flow;

import dev.replaylint.catalog.Operand;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.body.Takes;
import dev.replaylint.durable.flow.Explorer.Target;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.DurableSettings;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Body;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds out what a site runs: operations their functions, APIs the functions they are given, calls their implementations. */
public final class Targets {

    private final Program program;
    private final Effects effects;
    private final CallTargets dispatch;
    private final Closures closures;
    private final Invocations invocations;
    private final Pairs pairs;
    private final KeptCalls keptCalls;
    private final ShownObjects shown;

    public Targets(Program program, Effects effects) {
        this.program = program;
        this.effects = effects;
        this.pairs = new Pairs(effects);
        this.keptCalls = new KeptCalls(effects);
        this.shown = new ShownObjects(program, effects);
        this.dispatch = new CallTargets(program, effects);
        this.closures = new Closures(program, effects, dispatch);
        this.invocations = new Invocations(closures, dispatch);
    }

    public CallTargets dispatch() {
        return dispatch;
    }

    Set<Carrier> carriers(Value value, Visit visit) {
        return closures.carriers(value, visit);
    }

    boolean isKeeper(String className) {
        return closures.isKeeper(className);
    }

    /** Whether a body makes functions of what it is given, or objects that stand for functions. */
    boolean makesFunctions(Body body) {
        return closures.areMadeBy(body);
    }

    /** The functions that objects keep; to be told what is visited. */
    KeptFunctions kept() {
        return closures.kept();
    }

    Set<Closure> closures(Value value, Visit visit) {
        return closures.of(value, visit);
    }

    List<Target> of(Site site, Visit visit) {
        return shown.with(run(site, visit), site, visit);
    }

    private List<Target> run(Site site, Visit visit) {
        if (site instanceof Site.Call call) {
            return ofCall(call, visit);
        }
        if (site instanceof Site.UnresolvedCall unresolved) {
            return invocations.invoked(
                    unresolved.operands(), visit, visit.region(), Edge.Kind.IN_PLACE, unresolved.operands());
        }
        return List.of();
    }

    private List<Target> ofCall(Site.Call call, Visit visit) {
        Optional<OperationKind> operation = DurableSdk.operation(call.target(), program);
        if (operation.isPresent()) {
            return ofOperation(operation.get(), call, visit);
        }
        if (DurableSdk.owns(call.target().owner())) {
            return DurableSettings.functionRegion(call.target())
                    .map(region -> invocations.invoked(call.arguments(), visit, region, Edge.Kind.OPERATION, List.of()))
                    .orElse(List.of());
        }
        List<Target> ofFunction = ofFunctionValue(call, visit);
        boolean states = feedsItself(call)
                && closures.of(call.receiver().orElseThrow(), visit).stream()
                        .anyMatch(c -> c.isCalledBy(call, program));
        if (!ofFunction.isEmpty() || states) {
            return ofFunction;
        }
        List<Body> bodies = dispatch.bodies(call, visit);
        if (bodies.isEmpty()) {
            return givenFunctions(call, visit);
        }
        List<Target> found = new ArrayList<>();
        bodies.forEach(b -> found.add(target(call, visit, b)));
        return found;
    }

    /** A body as the target of a call. */
    static Target target(Site.Call call, Visit visit, Body body) {
        Optional<Edge.Bound> receiver = call.isAllocation()
                ? Optional.of(new Edge.Bound(visit, new Value.Result(call)))
                : call.receiver().map(r -> new Edge.Bound(visit, r));
        return new Target(body, visit.region(), Edge.Kind.CALL, receiver, Target.bound(visit, call.arguments()));
    }

    /** Whether a call in a loop is made on what it has given a round before: {@code state = state.run(ctx)}. */
    static boolean feedsItself(Site.Call call) {
        if (call.context().loops().isEmpty()) {
            return false;
        }
        Set<Value> seen = new HashSet<>();
        Deque<Value> from = new ArrayDeque<>();
        call.receiver().ifPresent(from::add);
        while (!from.isEmpty()) {
            Value value = from.poll().settled();
            if (value instanceof Value.Join join && seen.add(join)) {
                from.addAll(join.operands());
            } else if (value instanceof Value.FieldValue field) {
                field.read().receiver().ifPresent(from::add);
            } else if (value instanceof Value.Result result && seen.add(result)) {
                if (result.call() == call) {
                    return true;
                }
                result.call().receiver().ifPresent(from::add);
            }
        }
        return false;
    }

    private List<Target> ofOperation(OperationKind kind, Site.Call call, Visit visit) {
        Optional<Integer> function = DurableSdk.function(call.target());
        if (function.isEmpty() || kind.body().isEmpty()) {
            return List.of();
        }
        Region region = visit.region() == Region.CHECKPOINTED
                ? Region.CHECKPOINTED
                : kind.body().get();
        List<Value> given = kind == OperationKind.MAP ? List.of(call.arguments().get(DurableSdk.MAP_ITEMS)) : List.of();
        return invocations.invoked(
                List.of(call.arguments().get(function.get())), visit, region, Edge.Kind.OPERATION, given);
    }

    /** A call of a functional interface's method on a function that is known here. */
    private List<Target> ofFunctionValue(Site.Call call, Visit visit) {
        List<Target> found = new ArrayList<>();
        if (call.receiver().isPresent()) {
            // A state that comes after itself is one state.
            boolean feeds = feedsItself(call);
            Set<Object> states = new HashSet<>();
            visit.calls(call).forEach(e -> states.add(e.callee().body().key()));
            for (Closure closure : closures.of(call.receiver().get(), visit)) {
                boolean again = feeds && closure.site() instanceof Site.Call && !states.add(closure.implementation());
                if (!again && closure.isCalledBy(call, program)) {
                    invocations
                            .called(Set.of(closure), List.of(), visit)
                            .forEach(c -> found.addAll(invocations.of(
                                    c, visit.region(), Edge.Kind.CALL, Target.bound(visit, call.arguments()))));
                }
            }
        }
        return found;
    }

    /** Functions given to code that is not entered run in place, unless the catalogue knows better. */
    private List<Target> givenFunctions(Site.Call call, Visit visit) {
        Set<Closure> kept = keptCalls.of(call, v -> closures.of(v, visit));
        List<Target> found = new ArrayList<>(
                invocations.invoked(kept, call.arguments(), visit, visit.region(), Edge.Kind.IN_PLACE, List.of()));
        List<Value> given = Operands.all(call);
        List<Value> passed = pairs.passed(call);
        for (int i = 0; i < call.arguments().size(); i++) {
            if (!handsBack(call, i) && !closures.areLeft(call, i, visit)) {
                found.addAll(invocations.invoked(
                        List.of(call.arguments().get(i)), visit, visit.region(), how(call, i, visit), given, passed));
            }
        }
        return found;
    }

    private Edge.Kind how(Site.Call call, int argument, Visit visit) {
        // An executor that is a function in the code says itself where things run.
        if (effects.runsOnOtherThread(call.target())
                && call.receiver()
                        .filter(r -> r.alternatives().stream()
                                .noneMatch(v -> closures.of(v, visit).isEmpty()))
                        .isEmpty()) {
            return Edge.Kind.OTHER_THREAD;
        }
        return effects.keeps(call.target(), argument) || Takes.anything(call, argument)
                ? Edge.Kind.KEPT
                : Edge.Kind.IN_PLACE;
    }

    /** {@code Objects.requireNonNull} runs nothing. */
    private boolean handsBack(Site.Call call, int argument) {
        return effects.sharing(call.target())
                .filter(e -> e.from().contains(Operand.argument(argument)))
                .isPresent();
    }

    /** API methods that this site calls through references to them. */
    List<ApiUse> references(Site site, Visit visit) {
        if (!(site instanceof Site.Call call)) {
            return List.of();
        }
        Set<Closure> candidates = new LinkedHashSet<>();
        Optional<OperationKind> operation = DurableSdk.operation(call.target(), program);
        Region region = visit.region();
        if (operation.isPresent()) {
            region = operation.get().body().orElse(region);
            call.arguments().forEach(a -> candidates.addAll(closures.of(a, visit)));
        } else if (DurableSdk.owns(call.target().owner())) {
            return List.of();
        } else {
            candidates.addAll(called(call, visit));
        }
        if (candidates.isEmpty()) {
            return List.of();
        }
        Region where = visit.region() == Region.CHECKPOINTED ? Region.CHECKPOINTED : region;
        return candidates.stream()
                .filter(c -> dispatch.bodies(c).isEmpty())
                .map(c -> ApiUse.of(c, where))
                .toList();
    }

    private Set<Closure> called(Site.Call call, Visit visit) {
        Set<Closure> found = new LinkedHashSet<>();
        call.receiver()
                .ifPresent(r -> closures.of(r, visit).stream()
                        .filter(c -> c.isCalledBy(call, program))
                        .forEach(found::add));
        if (found.isEmpty() && dispatch.bodies(call, visit).isEmpty()) {
            IntStream.range(0, call.arguments().size())
                    .filter(i -> !closures.areLeft(call, i, visit))
                    .forEach(i -> found.addAll(closures.of(call.arguments().get(i), visit)));
        }
        return found;
    }
}
