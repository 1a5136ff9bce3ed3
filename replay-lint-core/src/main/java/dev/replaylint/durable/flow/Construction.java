package dev.replaylint.durable.flow;

import dev.replaylint.program.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The calls that make a value such as a request or a configuration, in one possible run.
 *
 * @param calls in their order: the one that starts it, setters, those of functions that are given the builder
 * @param whole whether nothing else can have shaped the value
 */
public record Construction(List<Made> calls, boolean whole) {

    /** Nothing is known of how the value is made. */
    public static final Construction UNKNOWN = new Construction(List.of(), false);

    public Construction {
        calls = List.copyOf(calls);
    }

    /**
     * A call that shapes a value.
     *
     * @param way to the code that has the call
     * @param certain whether it is made whenever the value is
     */
    public record Made(Site.Call call, Way way, boolean certain) {

        Made possibly() {
            return new Made(call, way, false);
        }
    }

    /** This one, and what happens afterwards. */
    Construction then(Construction next) {
        List<Made> all = new ArrayList<>(calls);
        all.addAll(next.calls());
        return new Construction(all, whole && next.whole());
    }

    Construction then(Made call) {
        return then(new Construction(List.of(call), true));
    }

    /** The last call of this kind that is given something, which decides. Damaged class files have setters that are given nothing. */
    public Optional<Made> last(Predicate<Made> kind) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            if (!calls.get(i).call().arguments().isEmpty() && kind.test(calls.get(i))) {
                return Optional.of(calls.get(i));
            }
        }
        return Optional.empty();
    }
}
