package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.FunctionFactories;
import dev.replaylint.durable.body.FunctionalTypes;
import dev.replaylint.durable.body.KeeperTypes;
import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.flow.KeptFunctions.Assigned;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.program.Body;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which functions a value may be, as far as creation and use are tied together by locals, parameters, fields and collections. */
final class Closures {

    private static final int DEEPEST = 12;
    private static final int SHALLOW = 6;

    private final Program program;
    private final Effects effects;
    private final CallTargets dispatch;
    private final FunctionalTypes functional;
    private final Memo<String, Boolean> objects = new Memo<>(d -> !Shaping.isPlain(Descriptors.result(d)));
    private final FunctionFactories factories;
    private final KeeperTypes keeperTypes;
    private final KeptFunctions kept;
    private final KeptCalls keptCalls;
    private final CalleeVisits callees;
    private final Tables tables;

    Closures(Program program, Effects effects, CallTargets dispatch) {
        this.program = program;
        this.effects = effects;
        this.dispatch = dispatch;
        this.tables = new Tables(program);
        this.keptCalls = new KeptCalls(effects);
        this.functional = new FunctionalTypes(program);
        this.factories = new FunctionFactories(functional);
        this.keeperTypes = new KeeperTypes(program, functional);
        this.callees = new CalleeVisits(dispatch, (value, visit) -> carriers(value, visit, SHALLOW));
        this.kept = new KeptFunctions(program, effects, callees);
    }

    boolean isKeeper(String className) {
        return keeperTypes.isKeeper(className);
    }

    KeptFunctions kept() {
        return kept;
    }

    boolean areMadeBy(Body body) {
        return factories.makes(body);
    }

    /** Whether what a call puts into a map stays there. */
    boolean areLeft(Site.Call call, int argument, Visit visit) {
        return tables.isNeverTaken(call, argument, visit);
    }

    /** The functions that a value may be. */
    Set<Closure> of(Value value, Visit visit) {
        Set<Closure> found = new LinkedHashSet<>();
        for (Carrier carrier : carriers(value, visit)) {
            if (carrier instanceof Closure closure) {
                found.add(closure);
            }
        }
        return found;
    }

    /** The functions that a value may be, and the objects with functions. */
    Set<Carrier> carriers(Value value, Visit visit) {
        return carriers(value, visit, DEEPEST);
    }

    private Set<Carrier> carriers(Value value, Visit visit, int depth) {
        if (hasNone(value)) {
            return Set.of();
        }
        CarrierSearch search = CarrierSearch.start();
        collect(value, visit, depth, search);
        search.found().removeIf(c -> c instanceof Closure f && !f.isMade());
        return search.found();
    }

    private void collect(Value value, Visit visit, int depth, CarrierSearch search) {
        if (depth == 0 || hasNone(value)) {
            return;
        }
        if (value instanceof Value.Function function) {
            search.found().add(Closure.of(function.creation(), visit));
        } else if (value instanceof Value.Parameter parameter) {
            search.found().addAll(visit.functions(parameter.index()));
        } else if (value instanceof Value.This) {
            search.found().addAll(visit.functions(-1));
        } else if (value instanceof Value.Join join && search.seen().add(join)) {
            join.operands().forEach(o -> collect(o, visit, depth - 1, search));
        } else if (value instanceof Value.NewArray array) {
            ofArray(array, visit, depth, search);
        } else if (value instanceof Value.Element element) {
            collect(element.array(), visit, depth - 1, search);
        } else if (value instanceof Value.Derived given) {
            List<Value> from = isElement(given) ? given.operands().subList(0, 1) : given.operands();
            from.forEach(o -> collect(o, visit, depth - 1, search));
        } else if (value instanceof Value.FieldValue field) {
            ofField(field, visit, depth, search);
        } else if (value instanceof Value.Result result) {
            ofResult(result.call(), visit, depth, search);
        }
    }

    private void ofArray(Value.NewArray array, Visit visit, int depth, CarrierSearch search) {
        visit.body()
                .sites(Site.ArrayWrite.class)
                .filter(w -> w.array().equals(array))
                .forEach(w -> collect(w.value(), visit, depth - 1, search));
    }

    /** Numbers and texts are no functions, and hold none. */
    private boolean hasNone(Value value) {
        if (value instanceof Value.Result result) {
            Site.Call call = result.call();
            return !call.isAllocation() && !objects.get(call.target().descriptor());
        }
        return value instanceof Value.Constant
                || value instanceof Value.Template
                || value instanceof Value.Derived derived && !Invocations.isGivenNow(derived) && !isElement(derived);
    }

    private static boolean isElement(Value.Derived value) {
        return value.operator().equals("[]");
    }

    /** Functions that a project method returns, or that a collection was given. */
    private void ofResult(Site.Call call, Visit visit, int depth, CarrierSearch search) {
        if (call.isAllocation()) {
            functional
                    .methodOf(call.target().owner())
                    .ifPresent(m -> search.found().add(Closure.of(call, m, visit)));
            if (keeperTypes.isKeeper(call)) {
                search.found().add(Keeper.made(call, visit));
                return;
            }
        }
        if (DurableSdk.owns(call.target().owner())) {
            return;
        }
        if (Targets.feedsItself(call) && program.isProject(call.target().owner())) {
            // The next round calls what those give that are known by now.
            visit.calls(call).forEach(e -> returned(e.callee(), depth / 2, search));
            return;
        }
        List<Body> bodies = call.isAllocation() ? List.of() : dispatch.bodies(call, visit);
        for (Body body : bodies) {
            Visit callee = callees.of(body, call, visit);
            CarrierSearch returned = search.aside();
            body.sites(Site.Return.class)
                    .flatMap(r -> r.value().stream())
                    .filter(v -> mayCarry(v, call))
                    .forEach(v -> collect(v, callee, depth / 2, returned));
            returned.found()
                    .forEach(c -> search.found()
                            .add(c instanceof Keeper k && k.isMadeIn(callee) ? k.givenBy(call, visit) : c));
        }
        if (bodies.isEmpty()) {
            Set<Carrier> kept = ofReceiver(call, visit, depth, search);
            // A function that is called here gives its result, not itself.
            boolean calls = kept.stream().anyMatch(c -> c instanceof Closure f && f.isCalledBy(call, program));
            if (calls || keptCalls.giveResult(call)) {
                visit.outgoing(call).forEach(e -> returned(e.callee(), depth / 2, search));
                return;
            }
            search.found().addAll(kept);
            List<Value> stored = tables.stored(call, visit, search.key());
            keptCalls.arguments(call, functional).stream()
                    .filter(a -> stored.contains(a) && !isEnclosing(a, call, visit))
                    .forEach(a -> collect(a, visit, depth - 1, tables.putsPairs(call) ? search.inside() : search));
            ofContents(call, visit, depth, search);
        }
    }

    /** Of a map, what stands under the key, if that is known; of maps that are filled elsewhere, whatever they have. */
    private Set<Carrier> ofReceiver(Site.Call call, Visit visit, int depth, CarrierSearch search) {
        if (call.receiver().isEmpty()) {
            return Set.of();
        }
        Value receiver = call.receiver().get();
        if (!tables.isOfMap(call)) {
            CarrierSearch aside = search.aside();
            collect(receiver, visit, depth - 1, aside);
            return aside.found();
        }
        Optional<Known> key = tables.key(call, visit);
        CarrierSearch keyed = search.in(key);
        collect(receiver, visit, depth - 1, keyed);
        if (keyed.found().isEmpty() && key.isPresent()) {
            keyed = search.in(Optional.empty());
            collect(receiver, visit, depth - 1, keyed);
        }
        return keyed.found();
    }

    /** A collection, perhaps, which a helper fills and returns. */
    private boolean isMadeByApi(Value value) {
        return value instanceof Value.Result result
                && !program.isProject(result.call().target().owner())
                && !DurableSdk.owns(result.call().target().owner());
    }

    /** What a function gives that is called, as one that gives functions does. */
    private void returned(Visit function, int depth, CarrierSearch search) {
        function.body()
                .sites(Site.Return.class)
                .flatMap(r -> r.value().stream())
                .forEach(v -> collect(v, function, depth, search));
    }

    /** Whether what a method returns may be, or keep, a function of which more is known here than from where it is called. */
    private boolean mayCarry(Value returned, Site.Call call) {
        if (returned instanceof Value.Result made && made.call().isAllocation()) {
            return isMadeByApi(returned)
                    || keeperTypes.isKeeper(made.call())
                    || functional.methodOf(made.call().target().owner()).isPresent();
        }
        String type = call.target().resultClass();
        return returned instanceof Value.Function
                || returned instanceof Value.This
                || isMadeByApi(returned)
                || keeperTypes.isKeeper(type)
                || returned instanceof Value.FieldValue field
                        && keeperTypes.keeps(field.read().field())
                || keeperTypes.isForLambdas(type)
                || returned.alternatives().stream().anyMatch(Value.Function.class::isInstance)
                || returned.alternatives().stream().allMatch(v -> v instanceof Value.Null || isState(v, call));
    }

    private boolean isState(Value returned, Site.Call call) {
        boolean shown = returned instanceof Value.Result made && made.call().isAllocation()
                || returned instanceof Value.FieldValue f && f.read().receiver().isEmpty();
        return shown && functional.isFunction(Descriptors.result(call.target().descriptor()));
    }

    /** Whether an object of an inner class is given the object around it, which it has and does not stand for. */
    private static boolean isEnclosing(Value argument, Site.Call call, Visit visit) {
        return call.isAllocation()
                && argument instanceof Value.This
                && call.target().owner().startsWith(visit.body().key().owner() + "$");
    }

    /** What is put into a collection in the body that makes it. */
    private void ofContents(Site.Call creation, Visit visit, int depth, CarrierSearch search) {
        if (!creation.isAllocation()) {
            return;
        }
        for (Site.Call call : visit.body().callsOn(creation)) {
            List<Value> stored = tables.stored(call, visit, search.key());
            CarrierSearch inside = tables.putsPairs(call) ? search.inside() : search;
            for (int i = 0; i < call.arguments().size(); i++) {
                Value argument = call.arguments().get(i);
                boolean mayBeOne = argument instanceof Value.Function || argument instanceof Value.Result;
                // What a collection runs for each of its elements is none of them.
                if (mayBeOne && stored.contains(argument) && !effects.usesUp(call.target(), i)) {
                    collect(argument, visit, depth - 1, inside);
                }
            }
        }
    }

    private void ofField(Value.FieldValue value, Visit visit, int depth, CarrierSearch search) {
        FieldKey field = value.read().field();
        CarrierSearch receivers = search.ofObject();
        value.read().receiver().ifPresent(r -> collect(r, visit, depth - 1, receivers));
        List<Keeper> keepers = receivers.found().stream()
                .filter(Keeper.class::isInstance)
                .map(Keeper.class::cast)
                .filter(k -> program.isSubtype(k.type(), field.owner()))
                .toList();
        List<Assigned> assigned = keepers.isEmpty()
                ? kept.initial(field)
                : keepers.stream().flatMap(k -> kept.of(k, field).stream()).toList();
        for (Assigned each : assigned) {
            Optional<Site.Call> pairs = each.by().filter(tables::putsPairs);
            boolean stored = pairs.filter(
                            p -> !tables.stored(p, each.visit(), search.key()).contains(each.value()))
                    .isEmpty();
            if (stored) {
                collect(each.value(), each.visit(), depth - 1, pairs.isPresent() ? search.inside() : search);
            }
        }
    }
}
