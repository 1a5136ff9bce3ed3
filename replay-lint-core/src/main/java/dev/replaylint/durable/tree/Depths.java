package dev.replaylint.durable.tree;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Sizing;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Invocations;
import dev.replaylint.durable.loop.DepthTests;
import dev.replaylint.durable.loop.Scaling;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.tree.OperationNode.Recursion.Depth;
import dev.replaylint.durable.value.Answers;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.BodyShape;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells what ends a recursion from what the method is given when it is called again. */
final class Depths {

    static final Set<String> STEPS = Set.of("+", "-", "++", "--", "+=", "-=");
    private static final Set<Sizing> COPIES = Set.of(Sizing.AS_MANY, Sizing.NO_MORE);
    private static final Set<String> GOING_THROUGH = Set.of("next", "previous");
    private static final int DEEPEST = 8;

    private final Program program;
    private final ValueTrail trail;
    private final Effects effects;
    private final FunctionDepths functions;

    Depths(Program program, ValueTrail trail, Effects effects) {
        this.program = program;
        this.trail = trail;
        this.effects = effects;
        this.functions = new FunctionDepths(program, trail);
    }

    /** What ends the recursion that an edge out of a frame closes. */
    Depth of(Edge edge, CallFrame frame) {
        if (edge.site() instanceof Site.Call call
                && (isOnHeldObject(call, frame) || functions.isCaptured(call, edge.callee(), frame))) {
            return Depth.NESTED;
        }
        if (edge.site() instanceof Site.Call call && functions.isCounted(call, edge.callee(), frame)) {
            return Depth.COUNTED;
        }
        List<Value> given = Stream.concat(
                        edge.receiver().stream(), edge.arguments().stream().flatMap(a -> a.stream()))
                .filter(b -> b.visit() == frame.visit())
                .flatMap(b -> handed(b.value().settled()))
                .toList();
        if (given.stream().anyMatch(v -> halves(v, edge, frame))) {
            return Depth.DATA;
        }
        if (given.stream().anyMatch(v -> isAsked(steppedOn(v, frame), v, edge, frame))
                || isCountedAround(edge, frame)) {
            return Depth.COUNTED;
        }
        return given.stream()
                        .map(v -> DepthTests.captured(v, frame))
                        .anyMatch(v -> isElement(v.value(), v.frame()) || isPart(v.value(), v.frame()))
                ? Depth.DATA
                : Depth.OPEN;
    }

    /** A value, or what an API hands on parts of: the list of {@code parts.forEach(part -> run(part))}. */
    private static Stream<Value> handed(Value value) {
        return value instanceof Value.Derived given && Invocations.isGivenNow(given)
                ? given.operands().stream().map(Value::settled)
                : Stream.of(value);
    }

    /** Whether methods that call each other count by turns what they hand each other: {@code ping(n - 1)} and {@code pong(n)}. */
    private boolean isCountedAround(Edge edge, CallFrame frame) {
        return frame.visit() != edge.callee()
                && IntStream.range(0, edge.arguments().size()).anyMatch(i -> isCountedAround(i, edge, frame));
    }

    private boolean isCountedAround(int parameter, Edge closing, CallFrame last) {
        boolean steps = false;
        boolean asked = false;
        int index = parameter;
        Edge edge = closing;
        CallFrame at = last;
        for (int i = 0; i < DEEPEST; i++) {
            CallFrame here = at;
            Optional<Value> given = edge.argument(index)
                    .filter(b -> b.visit() == here.visit())
                    .map(b -> b.value().settled());
            List<Value> before = given.map(v -> steppedOn(v, here)).orElse(List.of());
            Value own = given.filter(v -> before.isEmpty())
                    .orElseGet(() -> before.stream().findFirst().orElse(Value.Unknown.UNKNOWN))
                    .settled();
            if (!(own instanceof Value.Parameter handed)) {
                return false;
            }
            steps |= !before.isEmpty();
            asked |= isAsked(List.of(own), given.orElse(own), edge, here);
            if (here.visit() == closing.callee() || here.edge().isEmpty()) {
                return handed.index() == parameter && steps && asked;
            }
            index = handed.index();
            edge = here.edge().get();
            at = here.caller().orElse(here);
        }
        return false;
    }

    /** Whether the call is on an object that this one holds and knows by an interface: a decorator, a link of a chain, a part. */
    private boolean isOnHeldObject(Site.Call call, CallFrame frame) {
        boolean isInterface = call.dispatch() == Dispatch.VIRTUAL
                && program.type(call.target().owner())
                        .filter(t -> Modifier.isAbstract(t.flags()))
                        .isPresent();
        return isInterface
                && call.receiver()
                        .map(r -> DepthTests.captured(r.settled(), frame))
                        .filter(r -> isElement(r.value(), r.frame())
                                || r.value() instanceof Value.FieldValue field
                                        && field.read()
                                                .receiver()
                                                .map(Value::settled)
                                                .equals(Optional.of(Value.This.THIS)))
                        .isPresent();
    }

    /** Whether the value is part of the way between numbers that are compared: {@code (low + high) / 2}. */
    private boolean halves(Value value, Edge edge, CallFrame frame) {
        Set<Value> parts = new LinkedHashSet<>();
        return Scaling.dividesInto(value, parts, DEEPEST)
                && isUnanswered(value, frame)
                && isAsked(List.copyOf(parts), value, edge, frame);
    }

    /** Whether one of the numbers that a value is a step on from is compared before the call, or before a function that has it is made. */
    private boolean isAsked(List<Value> before, Value value, Edge edge, CallFrame frame) {
        if (before.isEmpty()) {
            return false;
        }
        List<Located> numbers = Stream.concat(
                        Stream.of(new Located(value, frame)),
                        before.stream().map(b -> DepthTests.captured(b.settled(), frame)))
                .filter(n -> !(n.value() instanceof Value.Constant))
                .toList();
        DepthTests tests = new DepthTests(numbers, program, trail);
        Optional<CallFrame> at = Optional.of(frame);
        Site site = edge.site();
        while (at.isPresent()) {
            CallFrame here = at.get();
            if (site.context().conditions().stream().anyMatch(c -> tests.ask(c, here)) || tests.refuse(here)) {
                return true;
            }
            at = DepthTests.isLambda(here) ? here.caller() : Optional.empty();
            site = here.edge().map(Edge::site).orElse(site);
            if (at.isPresent() && site instanceof Site.Call call && tests.select(call, at.get())) {
                return true;
            }
        }
        return false;
    }

    /** What the value is one step on from: a number, a time, or an object that is made with a number one step on. */
    private List<Value> steppedOn(Value value, CallFrame frame) {
        if (value instanceof Value.Derived next) {
            return STEPS.contains(next.operator()) ? next.operands() : List.of();
        }
        if (!(value instanceof Value.Result result)) {
            return List.of();
        }
        Site.Call call = result.call();
        if (call.isAllocation()) {
            return call.arguments().stream()
                    .flatMap(a -> steppedOn(a.settled(), frame).stream())
                    .flatMap(a -> owner(a).stream())
                    .toList();
        }
        boolean steps = call.target().owner().startsWith("java.time.")
                || trail.before(new Located(value, frame))
                        .filter(made -> made.value() instanceof Value.Result r
                                && r.call().isAllocation()
                                && steppedOn(made.value(), made.frame()).contains(Value.This.THIS))
                        .isPresent();
        return steps ? call.receiver().stream().toList() : List.of();
    }

    /** The object that a number is read from. */
    private static Optional<Value> owner(Value part) {
        if (part.settled() instanceof Value.FieldValue field) {
            return field.read().receiver().map(Value::settled);
        }
        return part.settled() instanceof Value.Result result
                ? result.call().receiver().map(Value::settled)
                : Optional.empty();
    }

    /** One of several things: the other calls get the others. */
    private boolean isElement(Value value, CallFrame frame) {
        if (value instanceof Value.Result result) {
            return GOING_THROUGH.contains(result.call().target().name())
                    && program.isSubtype(result.call().target().owner(), "java.util.Iterator");
        }
        return value instanceof Value.Element || value instanceof Value.Parameter p && isOwn(p.index(), frame);
    }

    /** Whether a function is given it anew each time, and it is no context. */
    private boolean isOwn(int parameter, CallFrame frame) {
        BodyShape shape = frame.visit().body().shape();
        List<String> types = Descriptors.parameters(frame.visit().body().key().descriptor());
        return shape.kind() == BodyShape.Kind.LAMBDA
                && parameter >= shape.captured()
                && !DurableSdk.isContext(Descriptors.className(types.get(parameter)), program);
    }

    /** A part of what the method was given itself. */
    private boolean isPart(Value value, CallFrame frame) {
        boolean asked = value instanceof Value.Result || value instanceof Value.FieldValue;
        boolean grows = !steppedOn(value, frame).isEmpty();
        return asked && !grows && isWithin(value, DEEPEST) && isUnanswered(value, frame);
    }

    /** Whether no operation has answered it. */
    private boolean isUnanswered(Value value, CallFrame frame) {
        Answers answers = Answers.flowing(program, trail);
        answers.collect(value, frame);
        return answers.found().isEmpty();
    }

    private boolean isWithin(Value value, int depth) {
        if (depth == 0) {
            return false;
        }
        if (value instanceof Value.FieldValue field) {
            return field.read()
                    .receiver()
                    .filter(r -> isGiven(r) || isWithin(r.settled(), depth - 1))
                    .isPresent();
        }
        if (!(value instanceof Value.Result result)) {
            return false;
        }
        return isCut(result.call(), depth)
                || !result.call().isAllocation()
                        && result.call()
                                .receiver()
                                .filter(r -> isGiven(r) || isWithin(r.settled(), depth - 1))
                                .isPresent();
    }

    /** A copy of a part: {@code List.copyOf(list.subList(0, n))}; or the part that other arguments tell: {@code copyOfRange(array, 1, n)}. */
    private boolean isCut(Site.Call call, int depth) {
        Optional<CatalogEntry<Sizing>> sizing = effects.sizing(call.target()).filter(e -> COPIES.contains(e.fact()));
        boolean tells = call.arguments().size() > 1
                && sizing.filter(e -> e.fact() == Sizing.NO_MORE).isPresent();
        return sizing.stream()
                .flatMap(e -> e.from().stream())
                .flatMap(o -> Operands.of(o, call.receiver(), call.arguments()).stream())
                .anyMatch(v -> isWithin(v.settled(), depth - 1) || tells && isGiven(v));
    }

    private static boolean isGiven(Value value) {
        return value.settled() instanceof Value.Parameter || value.settled() == Value.This.THIS;
    }
}
