package dev.replaylint.program;

import java.util.List;

/**
 * What is known of a body before its code is read.
 *
 * @param kind which declaration it comes from
 * @param instance whether it has a receiver
 * @param parameterTypes descriptors of the parameters; of a lambda, captured variables first
 * @param captured how many of the leading parameters are captured variables
 * @param enclosing the named method a lambda stands in; the body's own key otherwise
 * @param location of the declaration's name, or of the arrow
 * @param monitor whether the method is {@code synchronized}
 */
public record BodyShape(
        Kind kind,
        boolean instance,
        List<String> parameterTypes,
        int captured,
        MethodKey enclosing,
        Location location,
        boolean monitor) {

    public BodyShape {
        parameterTypes = List.copyOf(parameterTypes);
    }

    /** The kinds of bodies. */
    public enum Kind {
        METHOD,
        CONSTRUCTOR,
        STATIC_INITIALIZER,
        LAMBDA
    }
}
