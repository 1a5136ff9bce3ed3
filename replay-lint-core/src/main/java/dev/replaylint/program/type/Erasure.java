package dev.replaylint.program.type;

import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.IntersectionType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.JavaType.WildcardType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Erasure of types (JLS 4.6), as a type and as a descriptor. */
public final class Erasure {

    private Erasure() {}

    /** The erased type: a class type without arguments, a primitive, or an array of such. */
    public static JavaType of(JavaType type) {
        if (type instanceof ClassType c) {
            return c.arguments().isEmpty() ? c : new ClassType(c.name());
        }
        if (type instanceof TypeVariable v) {
            return ofBounds(v);
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

    /** Bounds may be variables, and, in code that does not compile, lead in a circle. */
    private static JavaType ofBounds(TypeVariable variable) {
        Set<JavaType> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        JavaType at = variable;
        while (at instanceof TypeVariable v && seen.add(v)) {
            at = v.bounds().isEmpty() ? JavaType.OBJECT : v.bounds().get(0);
        }
        return at instanceof TypeVariable ? JavaType.OBJECT : of(at);
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
