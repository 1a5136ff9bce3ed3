package dev.replaylint.source.lowering;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import dev.replaylint.program.Block;
import dev.replaylint.program.ConstantArithmetic;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Location;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.source.attribution.FieldRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lowers expressions to values. */
final class Expressions {

    private final Lowering to;

    Expressions(Lowering to) {
        this.to = to;
    }

    /** The value of an expression, in the order of evaluation. */
    Value value(Expression e) {
        if (e instanceof EnclosedExpr enclosed) {
            return value(enclosed.getInner());
        }
        if (e instanceof MethodCallExpr call) {
            return to.calls.call(call);
        }
        if (e instanceof NameExpr name) {
            return name(name);
        }
        if (e instanceof LiteralExpr literal) {
            return Literals.value(literal);
        }
        if (e instanceof FieldAccessExpr access) {
            return fieldAccess(access);
        }
        if (e instanceof ObjectCreationExpr creation) {
            return to.calls.creation(creation);
        }
        if (e instanceof LambdaExpr lambda) {
            return to.functions.lambda(lambda);
        }
        if (e instanceof MethodReferenceExpr reference) {
            return to.functions.reference(reference);
        }
        return e instanceof BinaryExpr || e instanceof UnaryExpr || e instanceof AssignExpr
                ? to.operators.value(e)
                : lessCommon(e);
    }

    /** An expression whose own value nothing reads. What it assigns is another matter. */
    void statement(Expression e) {
        Value value = value(e);
        if (!(e instanceof AssignExpr)) {
            to.builder.discard(value);
        }
    }

    private Value lessCommon(Expression e) {
        if (e instanceof CastExpr cast) {
            return cast(cast);
        }
        if (e instanceof ConditionalExpr conditional) {
            return conditional(conditional);
        }
        if (e instanceof ThisExpr self) {
            return self(self);
        }
        if (e instanceof SuperExpr) {
            return Value.This.THIS;
        }
        if (e instanceof InstanceOfExpr test) {
            return to.conditions.asValue(test);
        }
        if (e instanceof SwitchExpr choice) {
            return to.switches.value(choice);
        }
        if (e instanceof VariableDeclarationExpr declaration) {
            declaration.getVariables().forEach(this::declare);
            return Value.Unknown.UNKNOWN;
        }
        if (e instanceof ClassExpr literal) {
            return new Value.Constant(new Value.ClassLiteral(
                    Literals.className(to.unit.attribution.declaredType(literal.getType(), literal))));
        }
        return array(e);
    }

    private Value array(Expression e) {
        if (e instanceof ArrayAccessExpr access) {
            Value array = value(access.getName());
            return Value.Element.at(array, value(access.getIndex()));
        }
        if (e instanceof ArrayCreationExpr creation) {
            creation.getLevels().forEach(l -> l.getDimension().ifPresent(this::value));
            return creation.getInitializer().map(this::array).orElseGet(() -> to.builder.newArray(to.at(e)));
        }
        if (e instanceof ArrayInitializerExpr initializer) {
            Value array = to.builder.newArray(to.at(e));
            for (Expression element : initializer.getValues()) {
                to.builder.arrayWrite(array, value(element), to.at(element));
            }
            return array;
        }
        return Value.Unknown.UNKNOWN;
    }

    private void declare(VariableDeclarator variable) {
        Value value = variable.getInitializer().map(this::value).orElse(Value.Unknown.UNKNOWN);
        to.scope.declare(variable.getNameAsString(), value);
    }

    private Value name(NameExpr name) {
        Optional<FieldRef> field = to.unit.attribution.field(name);
        if (field.isPresent()) {
            return readField(field.get(), Optional.empty(), to.at(name));
        }
        return to.scope.local(name.getNameAsString(), to.at(name)).orElse(Value.Unknown.UNKNOWN);
    }

    private Value fieldAccess(FieldAccessExpr access) {
        Optional<FieldRef> field = to.unit.attribution.field(access);
        Expression scope = access.getScope();
        if (field.isEmpty()) {
            return to.unit.attribution.denotesType(access) || to.unit.attribution.denotesType(scope)
                    ? Value.Unknown.UNKNOWN
                    : new Value.Derived(access.getNameAsString(), List.of(value(scope)));
        }
        boolean qualifiedByType = to.unit.attribution.denotesType(scope);
        return readField(
                field.get(), qualifiedByType ? Optional.empty() : Optional.of(value(scope)), to.at(access.getName()));
    }

    /** An expression before {@code ::}. The parser takes plain names there for types. */
    Value qualifier(Expression scope) {
        if (!(scope instanceof TypeExpr named) || !(named.getType() instanceof ClassOrInterfaceType type)) {
            return value(scope);
        }
        Optional<FieldRef> field = to.unit.attribution.field(scope);
        if (field.isEmpty()) {
            return to.scope.local(type.getNameAsString(), to.at(scope)).orElse(Value.Unknown.UNKNOWN);
        }
        Optional<Value> outer = type.getScope()
                .filter(s -> !field.get().isStatic())
                .map(s -> to.scope.local(s.getNameAsString(), to.at(scope)).orElse(Value.Unknown.UNKNOWN));
        return readField(field.get(), outer, to.at(scope));
    }

    private Value readField(FieldRef field, Optional<Value> qualifier, Location at) {
        if (field.constant().isPresent()) {
            return new Value.Constant(field.constant().get());
        }
        FieldKey key = new FieldKey(field.owner(), field.name());
        if (field.isStatic()) {
            return to.builder.fieldRead(key, Optional.empty(), at);
        }
        Value receiver = qualifier.orElseGet(() -> instanceOf(field.owner(), at));
        return to.builder.fieldRead(key, Optional.of(receiver), at);
    }

    /** The innermost enclosing instance that is a {@code className}. */
    Value instanceOf(String className, Location at) {
        return enclosing(name -> to.unit.isSubtype(name, className), at);
    }

    private Value enclosing(Predicate<String> wanted, Location at) {
        ClassScope scope = to.scope.owner;
        Value instance = Value.This.THIS;
        while (!wanted.test(scope.name())
                && scope.hasOuterInstance()
                && scope.outer().isPresent()) {
            instance = to.scope.outerInstance(scope, instance, at);
            scope = scope.outer().get();
        }
        return instance;
    }

    /** Constants are converted; other values stay what they are. */
    private Value cast(CastExpr cast) {
        Value value = value(cast.getExpression());
        return value instanceof Value.Constant constant && cast.getType() instanceof PrimitiveType type
                ? ConstantArithmetic.converted(
                                constant.constant(),
                                Primitive.valueOf(type.getType().name()))
                        .<Value>map(Value.Constant::new)
                        .orElse(value)
                : value;
    }

    /** {@code this}, or the enclosing instance that {@code Outer.this} names (JLS 15.8.4). */
    private Value self(ThisExpr self) {
        boolean qualified = self.getTypeName().isPresent();
        return qualified && to.unit.attribution.type(self) instanceof ClassType outer
                ? enclosing(outer.name()::equals, to.at(self))
                : Value.This.THIS;
    }

    private Value conditional(ConditionalExpr e) {
        Object result = to.scope.temporary();
        Block then = to.builder.newBlock();
        Block otherwise = to.builder.newBlock();
        Block end = to.builder.newBlock();
        to.conditions.branch(e.getCondition(), then, otherwise);
        to.builder.enter(then);
        to.builder.write(result, value(e.getThenExpr()));
        to.builder.jump(end);
        to.builder.enter(otherwise);
        to.builder.write(result, value(e.getElseExpr()));
        to.builder.enter(end);
        return to.builder.read(result);
    }
}
