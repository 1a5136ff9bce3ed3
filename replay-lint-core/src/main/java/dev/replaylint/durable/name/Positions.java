package dev.replaylint.durable.name;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values that tell which time round it is: counters of loops, and the positions that functions are given. */
final class Positions {

    private static final int DEEPEST = 4;
    private static final String INDEX_WORD = "index";

    /** A position as part of a name. */
    static final List<Piece> INDEX = Piece.hole(INDEX_WORD);

    private static final Set<String> NUMBERS = Set.of("I", "J", "Ljava/lang/Integer;", "Ljava/lang/Long;");

    private Positions() {}

    /** A number that starts somewhere and is changed by a fixed step each time round. */
    static boolean isCounter(Value.Join join) {
        return join.operands().stream().anyMatch(o -> steps(o, join, DEEPEST));
    }

    private static boolean steps(Value value, Value.Join join, int depth) {
        if (value.settled() instanceof Value.Join inner) {
            return inner != join && depth > 0 && inner.operands().stream().anyMatch(o -> steps(o, join, depth - 1));
        }
        return value.settled() instanceof Value.Derived derived
                && Set.of("+", "-", "++", "--", "+=", "-=").contains(derived.operator())
                && derived.operands().stream().anyMatch(o -> o.settled() == join);
    }

    /** A word for the position that an operation or a stream of numbers gives its function. */
    static Optional<String> word(Value.Parameter parameter, CallFrame frame) {
        List<String> types = frame.visit().body().shape().parameterTypes();
        boolean number = parameter.index() < types.size() && NUMBERS.contains(types.get(parameter.index()));
        return frame.edge().filter(e -> number && isGiven(e, parameter)).flatMap(Positions::word);
    }

    /** Whether the SDK or the platform passes the argument, not code that was followed. */
    private static boolean isGiven(Edge edge, Value.Parameter parameter) {
        return edge.argument(parameter.index())
                .filter(b ->
                        !(b.value() instanceof Value.Derived d && d.operator().equals("given")))
                .isEmpty();
    }

    private static Optional<String> word(Edge edge) {
        if (!(edge.site() instanceof Site.Call call)) {
            return Optional.empty();
        }
        if (edge.how() == Edge.Kind.OPERATION) {
            return DurableSdk.kindByName(call.target()).flatMap(OperationKind::position);
        }
        boolean numbers = call.target().owner().matches("java\\.util\\.stream\\.(Int|Long)Stream");
        return numbers && edge.how() == Edge.Kind.IN_PLACE ? Optional.of(INDEX_WORD) : Optional.empty();
    }
}
