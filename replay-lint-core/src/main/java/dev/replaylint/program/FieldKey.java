package dev.replaylint.program;

import org.jspecify.annotations.Nullable;

/**
 * Identity of a field.
 *
 * @param owner binary name of the class that declares it
 */
public record FieldKey(String owner, String name) {

    /** What compilers put before the name of a variable that a local class keeps in a field. */
    public static final String CAPTURED = "val$";

    /** Whether it is a variable of the code around a local class, rather than state of its objects. */
    public boolean isCapturedVariable() {
        return name.startsWith(CAPTURED);
    }

    /** By hand, as {@link MethodKey}'s. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof FieldKey key && name.equals(key.name) && owner.equals(key.owner);
    }

    @Override
    public int hashCode() {
        return 31 * owner.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return Names.simple(owner) + "." + name;
    }
}
