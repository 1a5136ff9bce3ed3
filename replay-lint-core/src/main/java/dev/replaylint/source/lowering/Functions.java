package dev.replaylint.source.lowering;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.type.Type;
import dev.replaylint.program.BodyBuilder;
import dev.replaylint.program.BodyShape;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.source.attribution.FunctionType;
import dev.replaylint.source.attribution.Resolved;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lowers lambdas and method references. A lambda becomes a body of its own whose leading parameters are what it captures. */
final class Functions {

    private static final String OBJECT = "Ljava/lang/Object;";

    private final Lowering to;

    Functions(Lowering to) {
        this.to = to;
    }

    Value lambda(LambdaExpr e) {
        List<String> captured = captured(e);
        Optional<FunctionType> function = to.unit.attribution.function(e);
        List<String> types = parameterTypes(e, captured, function);
        MethodKey key = lambdaKey("(" + String.join("", types) + ")" + OBJECT);
        lower(e, key, captured, types);
        Location at = to.at(e);
        List<Value> bound = new ArrayList<>();
        if (to.scope.instance) {
            bound.add(Value.This.THIS);
        }
        captured.forEach(c -> bound.add(to.scope.local(c, at).orElse(Value.Unknown.UNKNOWN)));
        return to.builder.function(
                function.map(FunctionType::interfaceName).orElse(""),
                function.map(FunctionType::methodName).orElse(""),
                key,
                to.scope.instance ? Dispatch.SPECIAL : Dispatch.STATIC,
                bound,
                at);
    }

    /** Names the next lambda of the class. */
    MethodKey lambdaKey(String descriptor) {
        String owner = to.scope.owner.name();
        String name = "lambda$" + to.scope.enclosing.name().replaceAll("[<>]", "") + "$" + to.unit.nextLambda(owner);
        return new MethodKey(owner, name, descriptor);
    }

    /** Only variables of this body; those that the class around it captured are fields of {@code this}. */
    private List<String> captured(LambdaExpr e) {
        List<String> captured = new ArrayList<>();
        Set<String> own = new LinkedHashSet<>();
        e.getParameters().forEach(p -> own.add(p.getNameAsString()));
        Set<String> mentioned = new LinkedHashSet<>();
        List<String> types = new ArrayList<>();
        // Once for both, since lambdas in lambdas are walked over again and again.
        e.walk(n -> {
            if (n instanceof NameExpr name && to.unit.attribution.field(name).isEmpty()) {
                mentioned.add(name.getNameAsString());
            } else if (n instanceof TypeExpr type) {
                types.add(LocalClasses.variable(type));
            }
        });
        mentioned.addAll(types);
        mentioned.addAll(LocalClasses.keptByMade(e, to.unit));
        for (String name : mentioned) {
            if (!own.contains(name) && to.scope.declares(name)) {
                captured.add(name);
            }
        }
        return captured;
    }

    private List<String> parameterTypes(LambdaExpr e, List<String> captured, Optional<FunctionType> function) {
        List<String> types = new ArrayList<>();
        captured.forEach(c -> types.add(capturedType(c, e)));
        for (int i = 0; i < e.getParameters().size(); i++) {
            types.add(parameterType(e.getParameters().get(i), i, function));
        }
        return types;
    }

    /** The type of a variable, as the lambda has it where it mentions the variable first. */
    private String capturedType(String name, LambdaExpr e) {
        return e.findFirst(NameExpr.class, n -> n.getNameAsString().equals(name))
                .map(to.unit.attribution::type)
                .map(JavaType::descriptor)
                .filter(d -> !d.isEmpty())
                .orElse(OBJECT);
    }

    private String parameterType(Parameter parameter, int index, Optional<FunctionType> function) {
        Type declared = parameter.getType();
        if (!declared.isUnknownType() && !declared.asString().equals("var")) {
            return to.unit.attribution.declaredType(declared, parameter).descriptor();
        }
        return function.filter(f -> index < f.parameters().size())
                .map(f -> f.parameters().get(index))
                .map(JavaType::descriptor)
                .orElse(OBJECT);
    }

    private void lower(LambdaExpr e, MethodKey key, List<String> captured, List<String> types) {
        BodyShape shape = new BodyShape(
                BodyShape.Kind.LAMBDA, to.scope.instance, types, captured.size(), to.scope.enclosing, to.at(e), false);
        BodyBuilder builder = new BodyBuilder(key, shape);
        BodyScope inner = new BodyScope(builder, to.scope.owner, to.scope.enclosing, to.scope.instance);
        inner.declareCaptured(captured);
        for (int i = 0; i < e.getParameters().size(); i++) {
            inner.declare(e.getParameters().get(i).getNameAsString(), new Value.Parameter(captured.size() + i));
        }
        Lowering lowering = new Lowering(to.unit, inner);
        if (e.getBody() instanceof ExpressionStmt statement) {
            Value result = lowering.expressions.value(statement.getExpression());
            boolean dropped = to.unit
                    .attribution
                    .function(e)
                    .filter(f -> f.descriptor().endsWith(")V"))
                    .isPresent();
            if (dropped) {
                builder.discard(result);
            }
            builder.returns(dropped ? Optional.empty() : Optional.of(result), to.at(statement));
        } else {
            lowering.statements.lower(e.getBody());
            lowering.statements.fallOff(e);
        }
        to.unit.add(builder.build());
    }

    Value reference(MethodReferenceExpr e) {
        Expression scope = e.getScope() instanceof CastExpr cast ? cast.getExpression() : e.getScope();
        boolean ofType = to.unit.attribution.denotesType(scope);
        Optional<Resolved> resolved = to.unit.attribution.resolved(e);
        Optional<Value> receiver = ofType ? Optional.empty() : Optional.of(to.expressions.qualifier(scope));
        if (scope instanceof TypeExpr type && type.getType().isArrayType()) {
            // `String[]::new` runs no code of anybody's.
            return Value.Unknown.UNKNOWN;
        }
        if (resolved.isEmpty()) {
            return to.builder.unresolvedCall(
                    e.getIdentifier(), receiver.stream().toList(), to.at(e));
        }
        Resolved target = resolved.get();
        Optional<FunctionType> function = to.unit.attribution.function(e);
        Optional<Value> made = ConstructorReferences.lower(target, function, to, endOf(e));
        return made.orElseGet(() -> to.builder.function(
                function.map(FunctionType::interfaceName).orElse(""),
                function.map(FunctionType::methodName).orElse(""),
                Calls.key(target),
                dispatch(target, scope),
                target.method().isStatic() ? List.of() : receiver.stream().toList(),
                endOf(e)));
    }

    private static Dispatch dispatch(Resolved target, Expression scope) {
        if (target.method().isConstructor()) {
            return Dispatch.NEW;
        }
        if (target.method().isStatic()) {
            return Dispatch.STATIC;
        }
        return scope instanceof SuperExpr ? Dispatch.SPECIAL : Dispatch.VIRTUAL;
    }

    /** The line of the {@code ::} operator is what the compiler records; the method name is nearest to it. */
    private Location endOf(MethodReferenceExpr e) {
        Location begin = to.at(e);
        int line = e.getEnd().map(p -> p.line).orElse(begin.line());
        return new Location(begin.file(), line, line == begin.line() ? begin.column() : 1);
    }
}
