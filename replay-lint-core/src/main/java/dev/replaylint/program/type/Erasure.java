package dev.replaylint.program.type;

import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.IntersectionType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.JavaType.WildcardType;
import java.util.List;

/** Erasure of types (JLS 4.6), as a type and as a descriptor. */
public final class Erasure {

    private Erasure() {}

    /** The erased type: a class type without arguments, a primitive, or an array of such. */
    public static JavaType of(JavaType type) {
        if (type instanceof ClassType c) {
            return c.arguments().isEmpty() ? c : new ClassType(c.name());
        }
        if (type instanceof TypeVariable v) {
            return ofBounds(v.bounds(), v);
        }
        if (type instanceof ArrayType a) {
            return new ArrayType(of(a.element()));
        }
        if (type instanceof WildcardType w) {
            return w.kind() == WildcardType.Bound.EXTENDS ? of(w.bound()) : JavaType.OBJECT;
        }
        if (type instanceof IntersectionType i) {
            return i.parts().isEmpty() ? JavaType.OBJECT : of(i.parts().get(0));
        }
        return type instanceof Primitive ? type : JavaType.OBJECT;
    }

    private static JavaType ofBounds(List<JavaType> bounds, TypeVariable self) {
        return bounds.isEmpty() || bounds.get(0) == self ? JavaType.OBJECT : of(bounds.get(0));
    }

    static String descriptor(JavaType type) {
        JavaType erased = of(type);
        if (erased instanceof Primitive p) {
            return String.valueOf(p.code());
        }
        if (erased instanceof ArrayType a) {
            return "[" + descriptor(a.element());
        }
        return "L" + ((ClassType) erased).name().replace('.', '/') + ";";
    }
}
