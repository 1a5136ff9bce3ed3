package dev.replaylint.durable.body;

import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.stream.IntStream;

/** Whether two values of one body are bound to be the same: made alike of the same things, as far as reading changes nothing. */
public final class SameValue {

    private static final String TEXT = "java.lang.String";

    private SameValue() {}

    public static boolean test(Value a, Value b) {
        if (a.equals(b)) {
            return true;
        }
        if (a instanceof Value.Result x && b instanceof Value.Result y) {
            return reads(x.call())
                    && x.call().target().equals(y.call().target())
                    && all(Operands.all(x.call()), Operands.all(y.call()));
        }
        if (a instanceof Value.FieldValue x && b instanceof Value.FieldValue y) {
            return x.read().field().equals(y.read().field())
                    && all(
                            x.read().receiver().stream().toList(),
                            y.read().receiver().stream().toList());
        }
        return a instanceof Value.Derived x
                && b instanceof Value.Derived y
                && x.operator().equals(y.operator())
                && all(x.operands(), y.operands());
    }

    /** A getter, or any question to a text. */
    private static boolean reads(Site.Call call) {
        return call.receiver().isPresent()
                && !call.isAllocation()
                && (call.arguments().isEmpty() || call.target().owner().equals(TEXT));
    }

    private static boolean all(List<Value> a, List<Value> b) {
        return a.size() == b.size()
                && IntStream.range(0, a.size())
                        .allMatch(i -> test(a.get(i).settled(), b.get(i).settled()));
    }
}
