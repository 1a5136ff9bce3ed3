package dev.replaylint.durable.flow;

import dev.replaylint.program.Dispatch;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;

/**
 * A function value: a lambda, a method reference, or an object of a class with one method to call.
 *
 * @param site where it is made
 * @param creator the visit in which it is made; the bound values are values of that visit
 * @param type the functional interface; empty if not known
 * @param method name of the functional interface's method
 * @param implementation what calling it runs
 * @param dispatch how the implementation is called
 * @param bound what it is called with before the arguments of the call
 */
record Closure(
        Site site,
        Visit creator,
        String type,
        String method,
        MethodKey implementation,
        Dispatch dispatch,
        List<Value> bound)
        implements Carrier {

    /** Functions of this package call those of other types that they are combined with. */
    private static final String COMBINED = "java.util.function.";

    static Closure of(Site.FunctionCreation creation, Visit creator) {
        return new Closure(
                creation,
                creator,
                creation.interfaceName(),
                creation.methodName(),
                creation.implementation(),
                creation.dispatch(),
                creation.bound());
    }

    /** An object whose class implements an interface with this one abstract method. */
    static Closure of(Site.Call allocation, MethodKey method, Visit creator) {
        return new Closure(
                allocation,
                creator,
                method.owner(),
                method.name(),
                method.in(allocation.target().owner()),
                Dispatch.SPECIAL,
                List.of(new Value.Result(allocation)));
    }

    /** Of an object, the descriptor that its method is called with; its class may have others of the same name, as bridges do. */
    Optional<String> descriptor() {
        return site instanceof Site.Call ? Optional.of(implementation.descriptor()) : Optional.empty();
    }

    /** Whether the code that makes it runs, as far as is known by now. */
    boolean isMade() {
        return creator.runs(site);
    }

    /** Whether the first bound value, or else the first argument, is the receiver of the implementation. */
    boolean hasReceiver() {
        return dispatch == Dispatch.VIRTUAL || dispatch == Dispatch.SPECIAL;
    }

    /** Whether the call is one of the function's own interface, not of an object that keeps the function. */
    boolean isCalledBy(Site.Call call, Program program) {
        String owner = call.target().owner();
        return method.equals(call.target().name())
                && descriptor()
                        .filter(d -> !d.equals(call.target().descriptor()))
                        .isEmpty()
                && (type.isEmpty()
                        || program.isSubtype(owner, type)
                        || program.isSubtype(type, owner)
                        || type.startsWith(COMBINED) && owner.startsWith(COMBINED));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Closure c && c.site == site && c.creator == creator;
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(site) + System.identityHashCode(creator);
    }
}
