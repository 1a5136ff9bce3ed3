package dev.replaylint.source.attribution;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.source.types.Bounds;
import dev.replaylint.source.types.Members.FieldMember;
import java.util.Optional;

/** Names in expressions: variables, fields, types and packages, in the order that Java looks for them (JLS 6.5.2). */
final class NameTyper {

    private final Typers typers;

    NameTyper(Typers typers) {
        this.typers = typers;
    }

    /** What an expression before a dot or {@code ::} is. */
    Qualifier qualifier(Expression e, Scope scope) {
        Qualifier found;
        if (e instanceof NameExpr n) {
            found = simple(n.getNameAsString(), n, scope);
        } else if (e instanceof FieldAccessExpr f) {
            found = member(qualifier(f.getScope(), scope), f.getNameAsString(), f);
        } else if (e instanceof TypeExpr t) {
            found = ofType(t.getType(), t, scope);
        } else {
            return new Qualifier.Value(typers.expressions.type(e, scope, Target.NONE));
        }
        record(e, found);
        return found;
    }

    private void record(Node node, Qualifier found) {
        typers.facts.type(node, found.site());
        if (found instanceof Qualifier.Named n && n.type() instanceof ClassType c) {
            typers.facts.typeName(node, c.name());
        }
    }

    /** The parser takes {@code name::m} for a type; a variable or field of that name comes first. */
    private Qualifier ofType(Type type, Node node, Scope scope) {
        if (type instanceof ClassOrInterfaceType c && c.getTypeArguments().isEmpty()) {
            Qualifier found = path(c, node, scope);
            if (found instanceof Qualifier.Value) {
                return found;
            }
        }
        return new Qualifier.Named(typers.names.resolve(type, scope));
    }

    private Qualifier path(ClassOrInterfaceType type, Node node, Scope scope) {
        if (type.getScope().isEmpty()) {
            return simple(type.getNameAsString(), node, scope);
        }
        Qualifier outer = path(type.getScope().get(), type, scope);
        return member(outer, type.getNameAsString(), node);
    }

    private Qualifier simple(String name, Node node, Scope from) {
        Optional<Qualifier> value = variable(name, node, from).or(() -> imported(name, node, from.file()));
        if (value.isPresent()) {
            return value.get();
        }
        Optional<JavaType> type = typers.names.simple(name, from);
        if (type.isPresent()) {
            return new Qualifier.Named(type.get());
        }
        return ImportedNames.looksLikeClass(name) && !typers.index.hasPackage(name)
                ? new Qualifier.Named(typers.names.imported().assumed(name, from.file()))
                : new Qualifier.InPackage(name);
    }

    private Optional<Qualifier> variable(String name, Node node, Scope from) {
        Optional<Scope> scope = Optional.of(from);
        while (scope.isPresent()) {
            Optional<JavaType> variable = scope.get().variable(name);
            if (variable.isPresent()) {
                return variable.map(Qualifier.Value::new);
            }
            Optional<SourceHeader> type = scope.get().type();
            if (type.isPresent()) {
                Optional<Qualifier> field = field(type.get().type(), name, node);
                if (field.isPresent()) {
                    return field;
                }
            }
            scope = scope.get().parent();
        }
        return Optional.empty();
    }

    private Optional<Qualifier> imported(String name, Node node, FileScope file) {
        for (String owner : file.staticSingle(name)) {
            Optional<Qualifier> field =
                    field(new ClassType(typers.names.imported().binaryName(owner)), name, node);
            if (field.isPresent()) {
                return field;
            }
        }
        for (String owner : file.staticOnDemand()) {
            Optional<Qualifier> field =
                    field(new ClassType(typers.names.imported().binaryName(owner)), name, node);
            if (field.isPresent()) {
                return field;
            }
        }
        return Optional.empty();
    }

    private Optional<Qualifier> field(JavaType site, String name, Node node) {
        Optional<FieldMember> field = typers.members.field(site, name);
        field.ifPresent(f -> typers.facts.field(node, FieldRef.of(f.header())));
        return field.map(f -> new Qualifier.Value(Bounds.upper(f.type())));
    }

    private Qualifier member(Qualifier outer, String name, Node node) {
        if (outer instanceof Qualifier.Value v) {
            if (v.type() instanceof ArrayType && name.equals("length")) {
                return new Qualifier.Value(Primitive.INT);
            }
            return field(v.type(), name, node).orElse(new Qualifier.Value(Special.UNKNOWN));
        }
        Optional<Qualifier> field = outer instanceof Qualifier.Named n ? field(n.type(), name, node) : Optional.empty();
        if (field.isPresent()) {
            return field.get();
        }
        return typers.names.member(outer, name).orElseGet(() -> missing(outer, name));
    }

    private static Qualifier missing(Qualifier outer, String name) {
        // A constant of a class that is not on the class path rather than a class in it.
        boolean constant = outer instanceof Qualifier.Named
                && (!ImportedNames.looksLikeClass(name) || name.equals(name.toUpperCase(java.util.Locale.ROOT)));
        return constant ? new Qualifier.Value(Special.UNKNOWN) : TypeNames.missing(outer, name);
    }

    /** An enum constant named in a {@code case} label. */
    void enumConstant(NameExpr label, JavaType selector) {
        field(selector, label.getNameAsString(), label);
        typers.facts.type(label, selector);
    }
}
