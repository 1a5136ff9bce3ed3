package dev.replaylint.source.types;

import dev.replaylint.program.type.ClassIndex;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.IntersectionType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.JavaType.WildcardType;
import java.util.Set;

/**
 * Whether a value of one type may be passed where another is expected. Compares erased types: overloads that differ only
 * in type arguments cannot coexist, so arguments never decide which method is called. What is unknown fits everything.
 */
public final class Subtyping {

    private static final Set<String> ARRAY_SUPERTYPES =
            Set.of("java.lang.Object", "java.lang.Cloneable", "java.io.Serializable");

    private final ClassIndex index;
    private final Supertypes supertypes;

    public Subtyping(ClassIndex index, Supertypes supertypes) {
        this.index = index;
        this.supertypes = supertypes;
    }

    /** JLS 5.3: strict invocation allows widening and subtyping only, loose also boxing and unboxing. */
    public boolean isCompatible(JavaType actual, JavaType formal, boolean loose) {
        if (actual == Special.UNKNOWN || formal == Special.UNKNOWN) {
            return true;
        }
        if (actual == Primitive.VOID) {
            return false;
        }
        if (actual instanceof WildcardType || formal instanceof WildcardType) {
            return isCompatible(Bounds.upper(actual), Bounds.upper(formal), loose);
        }
        if (actual == Special.NULL) {
            return !(formal instanceof Primitive);
        }
        if (formal instanceof TypeVariable v) {
            return actual == formal || fitsVariable(actual, v, loose);
        }
        if (formal instanceof IntersectionType i) {
            return i.parts().stream().allMatch(p -> isCompatible(actual, p, loose));
        }
        if (actual instanceof Primitive p) {
            return formal instanceof Primitive f
                    ? Primitives.widens(p, f)
                    : loose && isCompatible(Primitives.boxed(p), formal, false);
        }
        return formal instanceof Primitive f ? loose && unboxes(actual, f) : isSubtype(actual, formal);
    }

    private boolean fitsVariable(JavaType actual, TypeVariable formal, boolean loose) {
        if (actual instanceof Primitive && !loose) {
            return false;
        }
        JavaType boxed = Primitives.boxed(actual);
        for (JavaType bound : formal.bounds()) {
            // A bound that is itself a variable is solved together with this one; it excludes nothing here.
            if (!(bound instanceof TypeVariable) && !isCompatible(boxed, bound, loose)) {
                return false;
            }
        }
        return true;
    }

    private boolean unboxes(JavaType actual, Primitive formal) {
        JavaType type = actual instanceof TypeVariable v ? Bounds.of(v).get(0) : actual;
        return Primitives.unboxed(type) instanceof Primitive p && Primitives.widens(p, formal);
    }

    private boolean isSubtype(JavaType actual, JavaType formal) {
        if (actual instanceof ArrayType a) {
            return formal instanceof ArrayType f
                    ? elementsFit(a.element(), f.element())
                    : formal instanceof ClassType c && ARRAY_SUPERTYPES.contains(c.name());
        }
        if (formal instanceof ArrayType) {
            return actual instanceof TypeVariable v
                    && Bounds.of(v).get(0) instanceof ArrayType b
                    && isSubtype(b, formal);
        }
        if (!(formal instanceof ClassType c) || c.name().equals(JavaType.OBJECT.name())) {
            return true;
        }
        return supertypes.asSuper(actual, c.name()).isPresent() || mayExtendUnknown(actual);
    }

    private boolean elementsFit(JavaType actual, JavaType formal) {
        if (actual instanceof Primitive || formal instanceof Primitive) {
            return actual == formal || actual == Special.UNKNOWN || formal == Special.UNKNOWN;
        }
        return isCompatible(actual, formal, false);
    }

    private boolean mayExtendUnknown(JavaType actual) {
        if (actual instanceof TypeVariable v) {
            return Bounds.of(v).stream().anyMatch(b -> b instanceof ClassType && mayExtendUnknown(b));
        }
        return actual instanceof ClassType c
                && (index.find(c.name()).isEmpty()
                        || supertypes.closure(c.name()).incomplete());
    }
}
