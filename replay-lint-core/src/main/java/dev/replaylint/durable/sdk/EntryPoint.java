package dev.replaylint.durable.sdk;

import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Names;

/**
 * Where replayed code starts.
 *
 * @param method the named method; for a lambda, the one it stands in
 * @param kind why execution starts here
 */
public record EntryPoint(MethodKey method, Kind kind) {

    /** Why execution starts at a method. */
    public enum Kind {
        /** A handler's method, called by the SDK. */
        HANDLER,
        /** A method with a durable context that no other code was seen to call. */
        CONTEXT_METHOD,
        /** A function with a durable context, given to code that was not seen to call it. */
        FUNCTION
    }

    /** {@code OrderHandler.handleRequest}. */
    public String label() {
        return Names.simple(method.owner()) + "." + method.name();
    }
}
