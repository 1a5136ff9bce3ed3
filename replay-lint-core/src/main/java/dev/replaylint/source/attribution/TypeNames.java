package dev.replaylint.source.attribution;

import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.WildcardType;
import dev.replaylint.program.type.ClassIndex;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.JavaType.WildcardType.Bound;
import dev.replaylint.source.types.Bounds;
import dev.replaylint.source.types.LeastUpperBound;
import dev.replaylint.source.types.MemberClasses;
import dev.replaylint.source.types.Primitives;
import dev.replaylint.source.types.Supertypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds out which types the types in a source file are (JLS 6.5.5). */
final class TypeNames {

    private final ClassIndex index;
    private final MemberClasses memberClasses;
    private final ImportedNames imported;
    private final LeastUpperBound bound;

    TypeNames(ClassIndex index) {
        this.index = index;
        this.memberClasses = new MemberClasses(index);
        this.imported = new ImportedNames(index, memberClasses);
        this.bound = new LeastUpperBound(new Supertypes(index));
    }

    MemberClasses memberClasses() {
        return memberClasses;
    }

    ImportedNames imported() {
        return imported;
    }

    /** Whether the type is to be inferred: {@code var}, a lambda parameter without type, or Lombok's {@code val}. */
    static boolean isInferred(Type type, Scope scope) {
        if (type.isUnknownType() || type.isVarType()) {
            return true;
        }
        if (!(type instanceof ClassOrInterfaceType c)
                || c.getScope().isPresent()
                || c.getTypeArguments().isPresent()) {
            return false;
        }
        String name = c.getNameAsString();
        return name.equals("var")
                || (name.equals("val")
                        && (scope.file()
                                        .single("val")
                                        .filter("lombok.val"::equals)
                                        .isPresent()
                                || scope.file().onDemand().contains("lombok")));
    }

    JavaType resolve(Type type, Scope scope) {
        if (type instanceof ClassOrInterfaceType c) {
            return ofClass(c, scope);
        }
        if (type instanceof PrimitiveType || type.isVoidType()) {
            return Primitives.named(type.isVoidType() ? "void" : primitive((PrimitiveType) type))
                    .<JavaType>map(p -> p)
                    .orElse(Special.UNKNOWN);
        }
        if (type instanceof ArrayType a) {
            return new JavaType.ArrayType(resolve(a.getComponentType(), scope));
        }
        if (type instanceof WildcardType w) {
            return wildcard(w, scope);
        }
        if (type instanceof IntersectionType i) {
            return new JavaType.IntersectionType(resolve(i.getElements(), scope));
        }
        return type instanceof UnionType u ? bound.of(resolve(u.getElements(), scope)) : Special.UNKNOWN;
    }

    /** Not {@code asString}, which depends on the language of the machine: a Turkish {@code int} has no dot. */
    private static String primitive(PrimitiveType type) {
        return type.getType().name().toLowerCase(Locale.ROOT);
    }

    private List<JavaType> resolve(List<? extends Type> types, Scope scope) {
        List<JavaType> resolved = new ArrayList<>(types.size());
        for (Type type : types) {
            resolved.add(resolve(type, scope));
        }
        return resolved;
    }

    private JavaType wildcard(WildcardType type, Scope scope) {
        if (type.getSuperType().isPresent()) {
            return new JavaType.WildcardType(
                    Bound.SUPER, resolve(type.getSuperType().get(), scope));
        }
        return type.getExtendedType()
                .<JavaType>map(t -> new JavaType.WildcardType(Bound.EXTENDS, resolve(t, scope)))
                .orElse(Bounds.UNBOUNDED);
    }

    private JavaType ofClass(ClassOrInterfaceType type, Scope scope) {
        JavaType found = path(type, scope).site();
        boolean parameterized =
                type.getTypeArguments().filter(a -> !a.isEmpty()).isPresent();
        return parameterized && found instanceof ClassType c
                ? new ClassType(c.name(), resolve(type.getTypeArguments().get(), scope))
                : found;
    }

    private Qualifier path(ClassOrInterfaceType type, Scope scope) {
        String name = type.getNameAsString();
        if (type.getScope().isEmpty()) {
            Optional<JavaType> simple = simple(name, scope);
            return simple.<Qualifier>map(Qualifier.Named::new)
                    .orElseGet(() -> index.hasPackage(name)
                            ? new Qualifier.InPackage(name)
                            : new Qualifier.Named(imported.assumed(name, scope.file())));
        }
        Qualifier outer = path(type.getScope().get(), scope);
        return member(outer, name).orElseGet(() -> missing(outer, name));
    }

    /** A type or package by its last name. */
    Optional<Qualifier> member(Qualifier outer, String name) {
        if (outer instanceof Qualifier.InPackage p) {
            String qualified = p.name() + "." + name;
            if (index.find(qualified).isPresent()) {
                return Optional.of(new Qualifier.Named(new ClassType(qualified)));
            }
            return index.hasPackage(qualified) ? Optional.of(new Qualifier.InPackage(qualified)) : Optional.empty();
        }
        return outer instanceof Qualifier.Named n && n.type() instanceof ClassType c
                ? memberClasses.find(c.name(), name).map(m -> new Qualifier.Named(new ClassType(m)))
                : Optional.empty();
    }

    /** The name of a class that is not on the class path. */
    static Qualifier missing(Qualifier outer, String name) {
        if (outer instanceof Qualifier.InPackage p) {
            String qualified = p.name() + "." + name;
            return ImportedNames.looksLikeClass(name)
                    ? new Qualifier.Named(new ClassType(qualified))
                    : new Qualifier.InPackage(qualified);
        }
        return new Qualifier.Named(
                outer.site() instanceof ClassType c ? new ClassType(c.name() + "$" + name) : Special.UNKNOWN);
    }

    /** The type that a simple name means, if it is a type name. */
    Optional<JavaType> simple(String name, Scope from) {
        Optional<Scope> scope = Optional.of(from);
        while (scope.isPresent()) {
            Optional<JavaType> found = declared(name, scope.get());
            if (found.isPresent()) {
                return found;
            }
            scope = scope.get().parent();
        }
        return imported.find(name, from.file());
    }

    private Optional<JavaType> declared(String name, Scope scope) {
        Optional<SourceHeader> header = scope.type();
        if (header.isEmpty()) {
            Optional<TypeVariable> variable = scope.typeVariable(name);
            return variable.isPresent()
                    ? variable.map(v -> v)
                    : scope.localClass(name).map(ClassType::new);
        }
        if (header.get().simpleName().equals(name)) {
            return Optional.of(new ClassType(header.get().name()));
        }
        // Also makes the header declare its variables in the scope around the body.
        boolean complete = header.get().isRead();
        Map<String, Optional<JavaType>> known = header.get().memberTypes();
        Optional<JavaType> member = known.get(name);
        if (member == null) {
            member = memberClasses.find(header.get().name(), name).map(ClassType::new);
            if (complete) {
                known.put(name, member);
            }
        }
        return member;
    }

    /** Declares type parameters; their bounds may mention each other. */
    List<TypeVariable> declare(List<TypeParameter> parameters, Scope scope) {
        List<TypeVariable> variables = parameters.stream()
                .map(p -> new TypeVariable(p.getNameAsString()))
                .toList();
        scope.declare(variables);
        for (int i = 0; i < variables.size(); i++) {
            variables.get(i).bound(resolve(parameters.get(i).getTypeBound(), scope));
        }
        return variables;
    }
}
