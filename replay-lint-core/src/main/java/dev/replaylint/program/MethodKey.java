package dev.replaylint.program;

import org.jspecify.annotations.Nullable;

/**
 * Identity of a method in both front ends.
 *
 * @param owner binary name of the class, as a class file would name it at the call: the receiver's static type
 * @param name {@code <init>} for constructors, {@code <clinit>} for static initializers
 * @param descriptor erased descriptor (JVMS 4.3.3)
 */
public record MethodKey(String owner, String name, String descriptor) implements Comparable<MethodKey> {

    public static final String CONSTRUCTOR = "<init>";
    public static final String STATIC_INITIALIZER = "<clinit>";

    /** The same method looked for in another class. */
    public MethodKey in(String otherOwner) {
        return otherOwner.equals(owner) ? this : new MethodKey(otherOwner, name, descriptor);
    }

    /** Whether the class is one of the packages {@code java.*}. */
    public boolean isOfPlatform() {
        return owner.startsWith("java.");
    }

    public boolean isConstructor() {
        return name.equals(CONSTRUCTOR);
    }

    /** Number of parameters that the descriptor declares. */
    public int arity() {
        return Descriptors.parameters(descriptor).size();
    }

    /** Name of the class of what the method returns; for a primitive type or an array, the descriptor. */
    public String resultClass() {
        return Descriptors.className(Descriptors.result(descriptor));
    }

    /** Class name without package, with {@code .} between nested classes: {@code Outer.Inner}. */
    public String simpleOwner() {
        return Names.simple(owner);
    }

    /** By hand, as the most used key there is: what records make by themselves is slow until it is compiled. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof MethodKey key
                        && name.equals(key.name)
                        && owner.equals(key.owner)
                        && descriptor.equals(key.descriptor);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * owner.hashCode() + name.hashCode()) + descriptor.hashCode();
    }

    @Override
    public int compareTo(MethodKey other) {
        int byOwner = owner.compareTo(other.owner);
        int byName = byOwner != 0 ? byOwner : name.compareTo(other.name);
        return byName != 0 ? byName : descriptor.compareTo(other.descriptor);
    }

    @Override
    public String toString() {
        return owner + "." + name + descriptor;
    }
}
