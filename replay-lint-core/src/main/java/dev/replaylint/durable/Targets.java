package dev.replaylint.durable;

import dev.replaylint.catalog.Operand;
import dev.replaylint.durable.Explorer.Target;
import dev.replaylint.program.Body;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds out what a site runs: operations their functions, APIs the functions they are given, calls their implementations. */
final class Targets {

    /** Operator of a value that stands for what an API passes to a function: one of its operands, or a part of it. */
    private static final String GIVEN = "given";

    /** The same, of a function that the API keeps: what it is called with one day is rather not what the API has now. */
    private static final String LATER = "given later";

    private final Program program;
    private final Effects effects;
    private final CallTargets dispatch;
    private final Closures closures;
    private final Pairs pairs;
    private final KeptCalls keptCalls;
    private final ShownObjects shown;

    Targets(Program program, Effects effects) {
        this.program = program;
        this.effects = effects;
        this.pairs = new Pairs(effects);
        this.keptCalls = new KeptCalls(effects);
        this.shown = new ShownObjects(program, effects);
        this.dispatch = new CallTargets(program, effects);
        this.closures = new Closures(program, effects, dispatch);
    }

    /** Whether a value stands for what an API passes to a function. */
    static boolean isGiven(Value.Derived value) {
        return isGivenNow(value) || value.operator().equals(LATER);
    }

    /** The same, where the API calls the function itself. */
    static boolean isGivenNow(Value.Derived value) {
        return value.operator().equals(GIVEN) || Pairs.isGiven(value);
    }

    CallTargets dispatch() {
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
            return invoked(unresolved.operands(), visit, visit.region(), Edge.Kind.IN_PLACE, unresolved.operands());
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
                    .map(region -> invoked(call.arguments(), visit, region, Edge.Kind.OPERATION, List.of()))
                    .orElse(List.of());
        }
        List<Target> ofFunction = ofFunctionValue(call, visit);
        if (!ofFunction.isEmpty()) {
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

    private List<Target> ofOperation(OperationKind kind, Site.Call call, Visit visit) {
        Optional<Integer> function = DurableSdk.function(call.target());
        if (function.isEmpty() || kind.body().isEmpty()) {
            return List.of();
        }
        Region region = visit.region() == Region.CHECKPOINTED
                ? Region.CHECKPOINTED
                : kind.body().get();
        List<Value> given = kind == OperationKind.MAP ? List.of(call.arguments().get(DurableSdk.MAP_ITEMS)) : List.of();
        return invoked(List.of(call.arguments().get(function.get())), visit, region, Edge.Kind.OPERATION, given);
    }

    /** A call of a functional interface's method on a function that is known here. */
    private List<Target> ofFunctionValue(Site.Call call, Visit visit) {
        List<Target> found = new ArrayList<>();
        if (call.receiver().isPresent()) {
            for (Closure closure : closures.of(call.receiver().get(), visit)) {
                if (closure.isCalledBy(call, program)) {
                    called(Set.of(closure), List.of(), visit)
                            .forEach(c -> found.addAll(invocation(
                                    c, visit.region(), Edge.Kind.CALL, Target.bound(visit, call.arguments()))));
                }
            }
        }
        return found;
    }

    /** Functions given to code that is not entered run in place, unless the catalogue knows better. */
    private List<Target> givenFunctions(Site.Call call, Visit visit) {
        Set<Closure> kept = keptCalls.of(call, v -> closures.of(v, visit));
        List<Target> found =
                new ArrayList<>(invoked(kept, call.arguments(), visit, visit.region(), Edge.Kind.IN_PLACE, List.of()));
        List<Value> given = Operands.all(call);
        List<Value> passed = pairs.passed(call);
        for (int i = 0; i < call.arguments().size(); i++) {
            if (!handsBack(call, i) && !closures.areLeft(call, i, visit)) {
                found.addAll(
                        invoked(List.of(call.arguments().get(i)), visit, visit.region(), how(call, i), given, passed));
            }
        }
        return found;
    }

    private Edge.Kind how(Site.Call call, int argument) {
        if (effects.runsOnOtherThread(call.target())) {
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

    /** The functions among {@code candidates}, each called with values that may come from any of {@code given}. */
    private List<Target> invoked(List<Value> candidates, Visit visit, Region region, Edge.Kind how, List<Value> given) {
        return invoked(candidates, visit, region, how, given, List.of());
    }

    /** The same, with these values if there are any. */
    private List<Target> invoked(
            List<Value> candidates, Visit visit, Region region, Edge.Kind how, List<Value> given, List<Value> passed) {
        List<Target> found = new ArrayList<>();
        for (Value candidate : candidates) {
            Set<Closure> known = closures.of(candidate, visit);
            if (!known.isEmpty()) {
                List<Value> data = given.stream().filter(v -> v != candidate).toList();
                found.addAll(invoked(known, data, visit, region, how, passed));
            }
        }
        return found;
    }

    private List<Target> invoked(
            Set<Closure> known, List<Value> data, Visit visit, Region region, Edge.Kind how, List<Value> passed) {
        List<Target> found = new ArrayList<>();
        for (Closure closure : called(known, data, visit)) {
            Optional<Edge.Bound> argument = data.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Edge.Bound(visit, new Value.Derived(how == Edge.Kind.KEPT ? LATER : GIVEN, data)));
            List<Optional<Edge.Bound>> arguments =
                    passed.isEmpty() ? Collections.nCopies(8, argument) : Target.bound(visit, passed);
            found.addAll(invocation(closure, region, how, arguments));
        }
        return found;
    }

    /** A reference to the method of a functional interface, as {@code Runnable::run}, calls the functions it is applied or bound to. */
    private Set<Closure> called(Set<Closure> candidates, List<Value> data, Visit visit) {
        Set<Closure> found = new LinkedHashSet<>();
        Deque<Closure> open = new ArrayDeque<>(candidates);
        while (!open.isEmpty()) {
            Closure closure = open.poll();
            if (found.add(closure)
                    && closure.hasReceiver()
                    && dispatch.bodies(closure).isEmpty()) {
                if (closure.bound().isEmpty()) {
                    data.forEach(d -> open.addAll(calledBy(closure, d, visit)));
                } else {
                    open.addAll(calledBy(closure, closure.bound().get(0), closure.creator()));
                }
            }
        }
        return found;
    }

    private List<Closure> calledBy(Closure reference, Value receiver, Visit visit) {
        return closures.of(receiver, visit).stream()
                .filter(c -> c.method().equals(reference.implementation().name()))
                .toList();
    }

    private List<Target> invocation(
            Closure closure, Region region, Edge.Kind how, List<Optional<Edge.Bound>> arguments) {
        List<Optional<Edge.Bound>> all = new ArrayList<>(Target.bound(closure.creator(), closure.bound()));
        all.addAll(arguments);
        boolean hasReceiver = closure.hasReceiver() && !all.isEmpty();
        Optional<Edge.Bound> receiver = hasReceiver ? all.get(0) : Optional.empty();
        List<Optional<Edge.Bound>> parameters = hasReceiver ? all.subList(1, all.size()) : all;
        List<Target> found = new ArrayList<>();
        for (Body body : dispatch.bodies(closure)) {
            int arity = body.shape().parameterTypes().size();
            found.add(
                    new Target(body, region, how, receiver, parameters.subList(0, Math.min(arity, parameters.size()))));
        }
        return found;
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
