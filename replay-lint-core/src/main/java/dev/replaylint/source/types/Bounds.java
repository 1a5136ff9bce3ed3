package dev.replaylint.source.types;

import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.IntersectionType;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.JavaType.WildcardType;
import dev.replaylint.program.type.JavaType.WildcardType.Bound;
import java.util.List;
import java.util.Set;

/** What wildcards and type variables are known to be at least. */
public final class Bounds {

    /** {@code ?}. */
    public static final WildcardType UNBOUNDED = new WildcardType(Bound.EXTENDS, JavaType.OBJECT);

    private Bounds() {}

    /** The type of a value whose type is a wildcard: its upper bound. Other types unchanged. */
    public static JavaType upper(JavaType type) {
        JavaType current = type;
        while (current instanceof WildcardType w) {
            current = w.kind() == Bound.EXTENDS ? w.bound() : JavaType.OBJECT;
        }
        return current;
    }

    /** The bound of a wildcard, whichever side it bounds. Other types unchanged. */
    public static JavaType either(JavaType type) {
        return type instanceof WildcardType w ? either(w.bound()) : type;
    }

    /** Bounds of a type variable; {@code Object} if it declares none. */
    public static List<JavaType> of(TypeVariable variable) {
        return variable.bounds().isEmpty() ? List.of(JavaType.OBJECT) : variable.bounds();
    }

    /** Whether one of the variables occurs in the type. */
    public static boolean mentions(JavaType type, Set<TypeVariable> variables) {
        if (type instanceof TypeVariable v) {
            return variables.contains(v);
        }
        if (type instanceof ClassType c) {
            return anyMentions(c.arguments(), variables);
        }
        if (type instanceof ArrayType a) {
            return mentions(a.element(), variables);
        }
        if (type instanceof WildcardType w) {
            return mentions(w.bound(), variables);
        }
        return type instanceof IntersectionType i && anyMentions(i.parts(), variables);
    }

    private static boolean anyMentions(List<JavaType> types, Set<TypeVariable> variables) {
        for (JavaType type : types) {
            if (mentions(type, variables)) {
                return true;
            }
        }
        return false;
    }

    /** Whether something in the type is not known. */
    public static boolean isPartial(JavaType type) {
        if (type instanceof ClassType c) {
            return c.arguments().stream().anyMatch(Bounds::isPartial);
        }
        if (type instanceof ArrayType a) {
            return isPartial(a.element());
        }
        if (type instanceof WildcardType w) {
            return isPartial(w.bound());
        }
        return type == Special.UNKNOWN;
    }
}
