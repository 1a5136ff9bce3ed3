package dev.replaylint.mutation;

import java.util.Optional;

/**
 * A call that starts an operation.
 *
 * @param at where a statement goes that runs right before; its enclosing type
 * @param method {@code step}
 * @param call the call
 * @param receiver the context
 * @param name the first argument
 * @param literal whether the name is one
 * @param type what stands before {@code .class}; empty if there is no such argument
 * @param function the lambda, if it is one
 * @param statement the whole statement, if it is nothing but the call
 */
record OperationSite(
        Site at,
        String method,
        Range call,
        Range receiver,
        Range name,
        boolean literal,
        Optional<String> type,
        Optional<Function> function,
        Optional<Range> statement) {

    /** A part of a text. */
    record Range(int from, int to) {
        String of(String text) {
            return text.substring(from, to);
        }
    }

    /**
     * A lambda.
     *
     * @param parameters with their parentheses, if there are any
     * @param names of the parameters
     * @param body an expression, or a block with its braces
     */
    record Function(Range whole, Range parameters, java.util.List<String> names, Range body, boolean block) {}
}
