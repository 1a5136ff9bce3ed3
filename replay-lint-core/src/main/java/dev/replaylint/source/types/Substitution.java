package dev.replaylint.source.types;

import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.Erasure;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.IntersectionType;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.JavaType.WildcardType;
import dev.replaylint.program.type.JavaType.WildcardType.Bound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Types that stand for type variables. */
public final class Substitution {

    /** Leaves every type as it is. */
    public static final Substitution NONE = new Substitution(Map.of());

    private final Map<TypeVariable, JavaType> replacements;

    private Substitution(Map<TypeVariable, JavaType> replacements) {
        this.replacements = replacements;
    }

    /** Replaces exactly these variables. */
    public static Substitution of(Map<TypeVariable, JavaType> replacements) {
        return replacements.isEmpty() ? NONE : new Substitution(Map.copyOf(replacements));
    }

    /**
     * The parameters of a class as one of its types binds them. A raw type binds them to their erasure (JLS 4.8); an
     * unbounded wildcard takes the parameter's own bound, which is what capture conversion would give (JLS 5.1.10).
     */
    public static Substitution of(ClassHeader header, ClassType type) {
        List<TypeVariable> parameters = header.typeParameters();
        if (parameters.isEmpty()) {
            return NONE;
        }
        Map<TypeVariable, JavaType> replacements = new HashMap<>();
        boolean raw = type.arguments().isEmpty();
        for (int i = 0; i < parameters.size(); i++) {
            TypeVariable parameter = parameters.get(i);
            replacements.put(parameter, raw ? Erasure.of(parameter) : argument(parameter, type, i));
        }
        return new Substitution(replacements);
    }

    private static JavaType argument(TypeVariable parameter, ClassType type, int index) {
        if (index >= type.arguments().size()) {
            return Special.UNKNOWN;
        }
        JavaType argument = type.arguments().get(index);
        boolean unbounded = argument instanceof WildcardType w
                && w.kind() == Bound.EXTENDS
                && w.bound().equals(JavaType.OBJECT);
        return unbounded && !parameter.bounds().isEmpty()
                ? new WildcardType(Bound.EXTENDS, parameter.bounds().get(0))
                : argument;
    }

    /** The type with all variables replaced at once. */
    public JavaType apply(JavaType type) {
        if (replacements.isEmpty()) {
            return type;
        }
        if (type instanceof TypeVariable v) {
            return replacements.getOrDefault(v, v);
        }
        if (type instanceof ClassType c) {
            return c.arguments().isEmpty() ? c : new ClassType(c.name(), apply(c.arguments()));
        }
        if (type instanceof ArrayType a) {
            return new ArrayType(Bounds.upper(apply(a.element())));
        }
        if (type instanceof WildcardType w) {
            return wildcard(w.kind(), apply(w.bound()));
        }
        return type instanceof IntersectionType i ? new IntersectionType(apply(i.parts())) : type;
    }

    public List<JavaType> apply(List<? extends JavaType> types) {
        List<JavaType> applied = new ArrayList<>(types.size());
        for (JavaType type : types) {
            applied.add(apply(type));
        }
        return applied;
    }

    private static JavaType wildcard(Bound kind, JavaType bound) {
        if (!(bound instanceof WildcardType inner)) {
            return new WildcardType(kind, bound);
        }
        if (inner.kind() == kind) {
            return inner;
        }
        return new WildcardType(kind, kind == Bound.EXTENDS ? JavaType.OBJECT : inner.bound());
    }
}
