package dev.replaylint.source.attribution;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.source.types.Bounds;
import dev.replaylint.source.types.FunctionShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lambda bodies. */
final class LambdaTyper {

    private final Typers typers;

    LambdaTyper(Typers typers) {
        this.typers = typers;
    }

    /** Type of a lambda where a type is expected of it. */
    JavaType type(LambdaExpr lambda, Scope scope, Target target) {
        body(lambda, scope, typers.functions.of(target.type()));
        return target.type();
    }

    /** Parameter types: as written down, else those of the function, else unknown. */
    List<JavaType> parameters(LambdaExpr lambda, Scope scope, Optional<FunctionShape> function) {
        List<JavaType> types = new ArrayList<>();
        for (int i = 0; i < lambda.getParameters().size(); i++) {
            Parameter parameter = lambda.getParameter(i);
            if (TypeNames.isInferred(parameter.getType(), scope)) {
                int index = i;
                types.add(function.filter(f -> index < f.parameters().size())
                        .map(f -> Bounds.upper(f.parameters().get(index)))
                        .orElse(Special.UNKNOWN));
            } else {
                JavaType declared = typers.names.resolve(parameter.getType(), scope);
                types.add(parameter.isVarArgs() ? new ArrayType(declared) : declared);
            }
        }
        return types;
    }

    /** Attributes the body and gives the type of its value: {@code void} if it has none, unknown if it only throws. */
    JavaType body(LambdaExpr lambda, Scope scope, Optional<FunctionShape> function) {
        List<JavaType> parameters = parameters(lambda, scope, function);
        function.ifPresent(f -> typers.facts.function(lambda, FunctionType.of(f, parameters)));
        Target target = function.map(f -> f.isVoid() ? Target.NONE : Target.of(f.result()))
                .orElse(Target.OPEN);
        Exit exit = new Exit(target);
        Scope inside = scope.code(scope.isStatic(), exit);
        typers.facts.scope(lambda, inside);
        for (int i = 0; i < parameters.size(); i++) {
            inside.declare(lambda.getParameter(i).getNameAsString(), parameters.get(i));
        }
        if (lambda.getBody() instanceof ExpressionStmt s) {
            return typers.expressions.type(s.getExpression(), inside, target);
        }
        typers.statements.run(lambda.getBody(), inside);
        if (!exit.types().isEmpty()) {
            return typers.bound.of(exit.types());
        }
        return LambdaShape.of(lambda).asValue() ? Special.UNKNOWN : Primitive.VOID;
    }
}
