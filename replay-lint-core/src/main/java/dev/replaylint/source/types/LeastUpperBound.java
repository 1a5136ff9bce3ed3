package dev.replaylint.source.types;

import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.IntersectionType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.JavaType.WildcardType;
import dev.replaylint.program.type.JavaType.WildcardType.Bound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The most specific type that several types share (JLS 4.10.4), cut off where type arguments would nest without end. */
public final class LeastUpperBound {

    private static final int MAX_DEPTH = 2;

    private final Supertypes supertypes;

    public LeastUpperBound(Supertypes supertypes) {
        this.supertypes = supertypes;
    }

    /** The bound of all; unknown if there are none. */
    public JavaType of(Collection<JavaType> types) {
        JavaType bound = Special.UNKNOWN;
        for (JavaType type : types) {
            bound = of(bound, type);
        }
        return bound;
    }

    public JavaType of(JavaType left, JavaType right) {
        return of(left, right, 0);
    }

    private JavaType of(JavaType left, JavaType right, int depth) {
        if (left.equals(right) || right == Special.NULL || right == Special.UNKNOWN) {
            return left == Special.UNKNOWN ? right : left;
        }
        if (left == Special.NULL || left == Special.UNKNOWN) {
            return right;
        }
        if (left instanceof Primitive && right instanceof Primitive) {
            return left;
        }
        return references(Bounds.upper(Primitives.boxed(left)), Bounds.upper(Primitives.boxed(right)), depth);
    }

    private JavaType references(JavaType left, JavaType right, int depth) {
        if (left instanceof ArrayType a && right instanceof ArrayType b && !(a.element() instanceof Primitive)) {
            return b.element() instanceof Primitive
                    ? JavaType.OBJECT
                    : new ArrayType(of(a.element(), b.element(), depth));
        }
        if (left instanceof ClassType a
                && right instanceof ClassType b
                && a.name().equals(b.name())) {
            return sameClass(a, b, depth);
        }
        if (left instanceof TypeVariable v && reaches(right, v)) {
            return left;
        }
        if (right instanceof TypeVariable v && reaches(left, v)) {
            return right;
        }
        return shared(left, right, depth);
    }

    private static boolean reaches(JavaType type, TypeVariable variable) {
        return type instanceof TypeVariable v && Bounds.of(v).contains(variable);
    }

    private JavaType sameClass(ClassType left, ClassType right, int depth) {
        if (left.arguments().size() != right.arguments().size()) {
            return left.arguments().isEmpty() ? left : right;
        }
        List<JavaType> arguments = new ArrayList<>();
        for (int i = 0; i < left.arguments().size(); i++) {
            arguments.add(argument(left.arguments().get(i), right.arguments().get(i), depth));
        }
        return new ClassType(left.name(), arguments);
    }

    /** Least containing type argument (JLS 4.10.4). */
    private JavaType argument(JavaType left, JavaType right, int depth) {
        if (left.equals(right) || Bounds.isPartial(right)) {
            return left;
        }
        if (Bounds.isPartial(left)) {
            return right;
        }
        return depth >= MAX_DEPTH
                ? Bounds.UNBOUNDED
                : new WildcardType(Bound.EXTENDS, of(Bounds.upper(left), Bounds.upper(right), depth + 1));
    }

    private JavaType shared(JavaType left, JavaType right, int depth) {
        List<String> minimal = minimal(left, right);
        List<JavaType> parts = new ArrayList<>();
        for (String name : minimal) {
            ClassType a = supertypes.asSuper(left, name).orElse(new ClassType(name));
            ClassType b = supertypes.asSuper(right, name).orElse(a);
            parts.add(depth >= MAX_DEPTH ? new ClassType(name) : sameClass(a, b, depth + 1));
        }
        if (parts.isEmpty()) {
            return JavaType.OBJECT;
        }
        return parts.size() == 1 ? parts.get(0) : new IntersectionType(parts);
    }

    private List<String> minimal(JavaType left, JavaType right) {
        List<String> shared = new ArrayList<>();
        for (String name : names(left)) {
            boolean covered =
                    shared.stream().anyMatch(s -> supertypes.closure(s).types().containsKey(name));
            if (!covered
                    && !name.equals(JavaType.OBJECT.name())
                    && supertypes.asSuper(right, name).isPresent()) {
                shared.removeIf(s -> supertypes.closure(name).types().containsKey(s));
                shared.add(name);
            }
        }
        return shared;
    }

    private Collection<String> names(JavaType type) {
        if (type instanceof ClassType c) {
            return supertypes.closure(c.name()).types().keySet();
        }
        List<JavaType> parts = type instanceof TypeVariable v
                ? Bounds.of(v)
                : type instanceof IntersectionType i ? i.parts() : List.of();
        List<String> names = new ArrayList<>();
        for (JavaType part : parts) {
            names.addAll(
                    part instanceof ClassType c
                            ? supertypes.closure(c.name()).types().keySet()
                            : Set.of());
        }
        return names;
    }
}
