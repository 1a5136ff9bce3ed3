package dev.replaylint.source.attribution;

import dev.replaylint.program.type.JavaType;

/** What stands before a dot (JLS 6.5): a value, a type or a package. */
sealed interface Qualifier {

    /** An expression of this type. */
    record Value(JavaType type) implements Qualifier {}

    /** A type name. */
    record Named(JavaType type) implements Qualifier {}

    /** A package or the beginning of its name. */
    record InPackage(String name) implements Qualifier {}

    /** The type, of which the qualifier is either a value or the name; unknown for a package. */
    default JavaType site() {
        if (this instanceof Value v) {
            return v.type();
        }
        return this instanceof Named n ? n.type() : JavaType.Special.UNKNOWN;
    }
}
