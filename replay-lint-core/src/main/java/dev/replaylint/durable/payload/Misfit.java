package dev.replaylint.durable.payload;

import java.util.Optional;

/**
 * Why a type does not come through JSON as it was.
 *
 * @param type simple name of the type that does not
 * @param component the component of a record that has it, {@code Order.note}; empty if it is the result or an element of it
 */
public record Misfit(Kind kind, String type, Optional<String> component) {

    /** What is wrong with a type. */
    public enum Kind {
        /** Jackson has no way to write it or to read it. */
        UNKNOWN,
        /** Nothing says which class an object of it is. */
        ABSTRACT,
        /** An object needs another one around it. */
        INNER,
        /** Its constructors say nothing of what their parameters are. */
        NO_CONSTRUCTOR,
        /** As the key of a map, nothing makes it of the text that it was written as. */
        KEY,
        /** As the key of a map, it is made of a text that names its components. */
        KEY_CHANGED,
        /** It comes back in UTC. */
        ZONE_LOST,
        /** What has no type comes back as what JSON has: text, numbers, lists, maps. */
        UNTYPED;

        /** Whether the operation fails, rather than giving something else. */
        public boolean fails() {
            return this != ZONE_LOST && this != UNTYPED && this != KEY_CHANGED;
        }
    }

    Misfit in(String owner, String field) {
        return new Misfit(kind, type, component.or(() -> Optional.of(owner + "." + field)));
    }
}
