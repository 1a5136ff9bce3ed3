package dev.replaylint.durable;

import dev.replaylint.program.Value;
import java.util.List;
import java.util.stream.IntStream;

/** Whether two values of one body are bound to be the same: made alike of the same things, as far as reading changes nothing. */
final class SameValue {

    private SameValue() {}

    static boolean test(Value a, Value b) {
        if (a.equals(b)) {
            return true;
        }
        if (a instanceof Value.Result x && b instanceof Value.Result y) {
            return isGetter(x)
                    && x.call().target().equals(y.call().target())
                    && test(
                            x.call().receiver().orElseThrow(),
                            y.call().receiver().orElseThrow());
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

    private static boolean isGetter(Value.Result result) {
        return result.call().receiver().isPresent()
                && result.call().arguments().isEmpty()
                && !result.call().isAllocation();
    }

    private static boolean all(List<Value> a, List<Value> b) {
        return a.size() == b.size()
                && IntStream.range(0, a.size())
                        .allMatch(i -> test(a.get(i).settled(), b.get(i).settled()));
    }
}
