package dev.replaylint.durable.flow;

import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;

/**
 * One way from a visit to another.
 *
 * @param caller where the call is
 * @param site the call, or what stands for it
 * @param callee what it runs
 * @param how why it runs it
 * @param receiver the callee's {@code this}, if known
 * @param arguments the callee's parameters, as far as known
 */
public record Edge(
        Visit caller, Site site, Visit callee, Kind how, Optional<Bound> receiver, List<Optional<Bound>> arguments) {

    /** Why a call runs a body. */
    public enum Kind {
        /** The call's own target. */
        CALL,
        /** The function of a durable operation. */
        OPERATION,
        /** A function that an API calls before it returns. */
        IN_PLACE,
        /** A function that an API runs on another thread. */
        OTHER_THREAD,
        /** A function that an API only keeps: whoever takes it from there runs it. */
        KEPT,
        /** The {@code toString} of an object that becomes a part of a text. */
        SHOWN
    }

    /**
     * A value with the visit it belongs to.
     *
     * @param visit whose body the value is of
     */
    public record Bound(Visit visit, Value value) {}

    /** Whether the caller is but the compiler's bridge to the callee, which overrides a generic method (JLS 15.12.4.5). */
    public boolean isBridge() {
        MethodKey from = caller.body().key();
        MethodKey to = callee.body().key();
        return how == Kind.CALL
                && from.owner().equals(to.owner())
                && from.name().equals(to.name())
                && from.arity() == to.arity()
                && from != to;
    }

    public Optional<Bound> argument(int index) {
        if (index < 0) {
            return receiver;
        }
        return index < arguments.size() ? arguments.get(index) : Optional.empty();
    }

    /** Whether a parameter is what the code says: a captured variable, and not what somebody passes who calls a function. */
    public boolean binds(int parameter) {
        return argument(parameter)
                .filter(b -> !(b.value() instanceof Value.Derived d && Invocations.isGiven(d)))
                .isPresent();
    }
}
