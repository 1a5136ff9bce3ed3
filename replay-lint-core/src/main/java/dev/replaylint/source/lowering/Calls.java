package dev.replaylint.source.lowering;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Value;
import dev.replaylint.source.attribution.Confidence;
import dev.replaylint.source.attribution.Resolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers method calls and allocations. */
final class Calls {

    private final Lowering to;

    Calls(Lowering to) {
        this.to = to;
    }

    Value call(MethodCallExpr e) {
        Location at = to.at(e.getName());
        Optional<Resolved> resolved = to.unit.attribution.resolved(e).or(() -> to.unit.lastResort.target(e));
        if (resolved.isEmpty()) {
            List<Value> operands = new ArrayList<>();
            e.getScope().filter(this::isValue).ifPresent(s -> operands.add(to.expressions.value(s)));
            e.getArguments().forEach(a -> operands.add(to.expressions.value(a)));
            return to.builder.unresolvedCall(e.getNameAsString(), operands, at);
        }
        Resolved target = resolved.get();
        boolean isStatic = target.method().isStatic();
        Optional<Value> receiver = receiver(e, target, at);
        List<Value> arguments = arguments(e.getArguments(), target);
        Dispatch dispatch = isStatic ? Dispatch.STATIC : isSuper(e) ? Dispatch.SPECIAL : Dispatch.VIRTUAL;
        return to.builder.call(key(target), dispatch, receiver, arguments, isAssumed(target), at);
    }

    /** Static calls have no receiver, but an expression before the dot is still evaluated (JLS 15.12.4.1). */
    private Optional<Value> receiver(MethodCallExpr e, Resolved target, Location at) {
        boolean isStatic = target.method().isStatic();
        Optional<Value> scope = e.getScope().filter(this::isValue).map(to.expressions::value);
        if (isStatic) {
            return Optional.empty();
        }
        return scope.or(
                () -> Optional.of(to.expressions.instanceOf(target.method().owner(), at)));
    }

    private boolean isValue(Expression scope) {
        return !to.unit.attribution.denotesType(scope);
    }

    private static boolean isSuper(MethodCallExpr e) {
        return e.getScope().filter(SuperExpr.class::isInstance).isPresent();
    }

    private static boolean isAssumed(Resolved target) {
        return target.confidence() == Confidence.ASSUMED;
    }

    static MethodKey key(Resolved resolved) {
        return new MethodKey(
                resolved.owner(), resolved.method().name(), resolved.method().descriptor());
    }

    /** One value per declared parameter; variable arguments become an array. */
    List<Value> arguments(List<Expression> arguments, Resolved target) {
        List<Value> values = new ArrayList<>();
        int fixed = target.varargsCall() ? target.method().parameters().size() - 1 : arguments.size();
        for (int i = 0; i < fixed && i < arguments.size(); i++) {
            values.add(to.expressions.value(arguments.get(i)));
        }
        if (target.varargsCall()) {
            Location at = arguments.isEmpty() ? new Location("", 0, 0) : to.at(arguments.get(0));
            Value array = to.builder.newArray(at);
            for (Expression argument : arguments.subList(Math.min(fixed, arguments.size()), arguments.size())) {
                to.builder.arrayWrite(array, to.expressions.value(argument), to.at(argument));
            }
            values.add(array);
        }
        return values;
    }

    Value creation(ObjectCreationExpr e) {
        Location at = to.at(e);
        Optional<Resolved> resolved = to.unit.attribution.resolved(e);
        if (e.getAnonymousClassBody().isPresent()) {
            return anonymous(e, resolved, at);
        }
        if (resolved.isEmpty()) {
            List<Value> operands = new ArrayList<>();
            e.getArguments().forEach(a -> operands.add(to.expressions.value(a)));
            return to.builder.unresolvedCall("new " + e.getType().getNameAsString(), operands, at);
        }
        Resolved target = resolved.get();
        Optional<Value> outer = e.getScope().map(to.expressions::value);
        List<Value> arguments = new ArrayList<>();
        ClassScope local = to.unit.localClasses().get(target.owner());
        MethodKey key = key(target);
        if (local == null) {
            outerInstance(target, outer, at).ifPresent(arguments::add);
            arguments.addAll(arguments(e.getArguments(), target));
        } else {
            arguments.addAll(localArguments(local, () -> arguments(e.getArguments(), target), at));
            key = LocalClasses.constructor(local, target.method());
        }
        return to.builder.call(key, Dispatch.NEW, Optional.empty(), arguments, isAssumed(target), at);
    }

    /** Inner member classes take the enclosing instance as a first argument that the source does not show. */
    Optional<Value> outerInstance(Resolved target, Optional<Value> explicit, Location at) {
        int declared = target.method().parameters().size();
        int actual = key(target).arity();
        if (actual != declared + 1) {
            return Optional.empty();
        }
        String outer =
                to.unit.types.find(target.owner()).flatMap(t -> t.outer()).orElse("");
        return explicit.or(() -> Optional.of(to.expressions.instanceOf(outer, at)));
    }

    private Value anonymous(ObjectCreationExpr e, Optional<Resolved> superConstructor, Location at) {
        String name = to.unit.attribution.className(e);
        ClassScope created = LocalClasses.scope(to, name, e);
        List<Value> arguments = localArguments(
                created,
                () -> superConstructor
                        .map(s -> arguments(e.getArguments(), s))
                        .orElseGet(() -> e.getArguments().stream()
                                .map(to.expressions::value)
                                .toList()),
                at);
        Classes.lowerAnonymous(to.unit, created, e, superConstructor, to.scope.enclosing);
        MethodKey key = LocalClasses.anonymousConstructor(created, arguments.size());
        return to.builder.call(key, Dispatch.NEW, Optional.empty(), arguments, false, at);
    }

    List<Value> localArguments(ClassScope created, java.util.function.Supplier<List<Value>> declared, Location at) {
        List<Value> arguments = new ArrayList<>();
        if (created.hasOuterInstance()) {
            arguments.add(created.outer()
                    .map(o -> to.expressions.instanceOf(o.name(), at))
                    .orElse(Value.This.THIS));
        }
        arguments.addAll(declared.get());
        for (String variable : created.captured()) {
            arguments.add(to.scope.local(variable, at).orElse(Value.Unknown.UNKNOWN));
        }
        return arguments;
    }

    /** {@code this(…)} and {@code super(…)}; true if it was {@code this}. */
    void explicitConstructor(ExplicitConstructorInvocationStmt s) {
        Optional<Value> outer = s.getExpression().map(to.expressions::value);
        Optional<Resolved> resolved = to.unit.attribution.resolved(s);
        if (resolved.isEmpty()) {
            List<Value> operands = new ArrayList<>();
            s.getArguments().forEach(a -> operands.add(to.expressions.value(a)));
            to.builder.unresolvedCall(s.isThis() ? "this" : "super", operands, to.at(s));
            return;
        }
        constructor(resolved.get(), s, () -> outerInstance(resolved.get(), outer, to.at(s)), s.getArguments());
    }

    private void constructor(
            Resolved target,
            Node at,
            java.util.function.Supplier<Optional<Value>> outer,
            List<Expression> declaredArguments) {
        List<Value> arguments = new ArrayList<>();
        ClassScope local = to.unit.localClasses().get(target.owner());
        if (local == null) {
            outer.get().ifPresent(arguments::add);
            arguments.addAll(arguments(declaredArguments, target));
        } else {
            arguments.addAll(localArguments(local, () -> arguments(declaredArguments, target), to.at(at)));
        }
        MethodKey key = local == null ? key(target) : LocalClasses.constructor(local, target.method());
        to.builder.call(key, Dispatch.SPECIAL, Optional.of(Value.This.THIS), arguments, isAssumed(target), to.at(at));
    }
}
