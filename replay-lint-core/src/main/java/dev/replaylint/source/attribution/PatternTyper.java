package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.source.types.Bounds;
import dev.replaylint.source.types.Inference;
import dev.replaylint.source.types.Substitution;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Patterns: the variables they declare, and where these are in scope (JLS 14.30, 6.3.1). */
final class PatternTyper {

    private final Typers typers;

    PatternTyper(Typers typers) {
        this.typers = typers;
    }

    /** Declares the variables of a pattern that a value of the given type is matched against. */
    void declare(ComponentPatternExpr pattern, JavaType matched, Scope scope) {
        if (pattern instanceof TypePatternExpr t) {
            JavaType type = TypeNames.isInferred(t.getType(), scope)
                    ? matched
                    : inferred(typers.names.resolve(t.getType(), scope), matched);
            scope.declare(t.getNameAsString(), type);
            typers.facts.type(t, type);
        } else if (pattern instanceof RecordPatternExpr r) {
            JavaType type = inferred(typers.names.resolve(r.getType(), scope), matched);
            typers.facts.type(r, type);
            List<JavaType> components = components(type, r.getPatternList().size());
            for (int i = 0; i < r.getPatternList().size(); i++) {
                declare(r.getPatternList().get(i), components.get(i), scope);
            }
        }
    }

    /** JLS 18.5.5: a raw record type in a pattern is parameterized as the matched type says. */
    private JavaType inferred(JavaType type, JavaType matched) {
        Optional<ClassHeader> header = type instanceof ClassType c
                        && c.arguments().isEmpty()
                ? typers.index.find(c.name()).filter(h -> !h.typeParameters().isEmpty())
                : Optional.empty();
        if (header.isEmpty()) {
            return type;
        }
        Inference inference = new Inference(header.get().typeParameters(), typers.supertypes);
        inference.target(header.get().type(), Bounds.upper(matched));
        return inference.known(header.get().type());
    }

    private List<JavaType> components(JavaType type, int count) {
        List<JavaType> types = new ArrayList<>();
        Optional<ClassHeader> header = type instanceof ClassType c ? typers.index.find(c.name()) : Optional.empty();
        if (header.isPresent()) {
            Substitution substitution = Substitution.of(header.get(), (ClassType) type);
            for (FieldHeader field : header.get().fields()) {
                if (!field.isStatic()) {
                    types.add(Bounds.upper(substitution.apply(field.type())));
                }
            }
        }
        while (types.size() < count) {
            types.add(Special.UNKNOWN);
        }
        return types;
    }

    /** Names of the pattern variables that are bound if the condition has this value. */
    static Set<String> bound(Expression condition, boolean value) {
        Set<String> names = new LinkedHashSet<>();
        collect(condition, value, names);
        return names;
    }

    private static void collect(Expression condition, boolean value, Set<String> names) {
        Expression current = condition;
        // The left operands of a chain nest as deeply as the chain is long.
        while (current instanceof BinaryExpr b && ((isAnd(b) && value) || (isOr(b) && !value))) {
            collect(b.getRight(), value, names);
            current = b.getLeft();
        }
        if (current instanceof EnclosedExpr p) {
            collect(p.getInner(), value, names);
        } else if (current instanceof UnaryExpr u && u.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            collect(u.getExpression(), !value, names);
        } else if (current instanceof InstanceOfExpr i && value) {
            i.getPattern().ifPresent(p -> p.walk(TypePatternExpr.class, t -> names.add(t.getNameAsString())));
        }
    }

    private static boolean isAnd(BinaryExpr e) {
        return e.getOperator() == BinaryExpr.Operator.AND;
    }

    private static boolean isOr(BinaryExpr e) {
        return e.getOperator() == BinaryExpr.Operator.OR;
    }

    /** Declares in one scope the variables that a condition, attributed in the other, binds if it has this value. */
    static void introduce(Expression condition, boolean value, Scope from, Scope to) {
        for (String name : bound(condition, value)) {
            from.variable(name).ifPresent(t -> to.declare(name, t));
        }
    }
}
