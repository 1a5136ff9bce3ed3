package dev.replaylint.durable.tree;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.loop.DepthTests;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Functions that call others of their own kind: such as they captured, and were made before them, or such as a number ends. */
final class FunctionDepths {

    private static final int DEEPEST = 8;

    private final Program program;
    private final ValueTrail trail;

    FunctionDepths(Program program, ValueTrail trail) {
        this.program = program;
        this.trail = trail;
    }

    /** Whether a call that runs a function again runs one that the function captured. */
    boolean isCaptured(Site.Call call, Visit function, CallFrame frame) {
        return inFunction(call, function, frame)
                .filter(l -> l.value() instanceof Value.Parameter parameter
                        && DepthTests.isLambda(l.frame())
                        && parameter.index() < function.body().shape().captured())
                .isPresent();
    }

    /** Whether it runs one that the function had made for the next number, and no number goes on for ever: {@code chain(i + 1)}. */
    boolean isCounted(Site.Call call, Visit function, CallFrame frame) {
        return inFunction(call, function, frame)
                .filter(l -> l.value() instanceof Value.Result made
                        && made.call().arguments().stream()
                                .anyMatch(a -> isCounted(a.settled(), made.call(), l.frame())))
                .isPresent();
    }

    /** What a call is on, where the function is that has it. */
    private Optional<Located> inFunction(Site.Call call, Visit function, CallFrame frame) {
        Optional<Located> at = call.receiver().map(r -> new Located(r, frame));
        for (int i = 0; i < DEEPEST && at.isPresent() && at.get().frame().visit() != function; i++) {
            at = trail.before(at.get());
        }
        return at.filter(l -> l.frame().visit() == function);
    }

    private boolean isCounted(Value number, Site.Call making, CallFrame function) {
        return number instanceof Value.Derived next
                && Depths.STEPS.contains(next.operator())
                && next.operands().stream()
                        .map(o -> new Located(o, function))
                        .filter(o -> o.value() instanceof Value.Parameter)
                        .anyMatch(o -> asks(making.context().conditions().stream(), o)
                                || trail.before(o)
                                        .filter(m -> asks(conditions(m.frame(), function.visit()), m))
                                        .isPresent());
    }

    private boolean asks(Stream<Condition> conditions, Located number) {
        DepthTests tests = new DepthTests(List.of(number), program, trail);
        return conditions.anyMatch(c -> tests.ask(c, number.frame()));
    }

    /** What decides that a method makes the function. */
    private static Stream<Condition> conditions(CallFrame maker, Visit function) {
        return maker.visit()
                .body()
                .sites(Site.FunctionCreation.class)
                .filter(f -> f.implementation().equals(function.body().key()))
                .flatMap(f -> f.context().conditions().stream());
    }
}
