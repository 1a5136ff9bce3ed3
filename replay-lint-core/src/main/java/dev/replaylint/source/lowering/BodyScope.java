package dev.replaylint.source.lowering;

import dev.replaylint.program.BodyBuilder;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One body being lowered: its builder, its local names, and the bodies and classes around it. */
final class BodyScope {

    /** Stands for a value that has no name in the source, such as the result of a conditional expression. */
    private record Temporary(int number) {}

    final BodyBuilder builder;
    final ClassScope owner;
    final MethodKey enclosing;
    final boolean instance;
    final Exits exits = new Exits();

    private final Set<String> locals = new LinkedHashSet<>();
    private int temporaries;

    BodyScope(BodyBuilder builder, ClassScope owner, MethodKey enclosing, boolean instance) {
        this.builder = builder;
        this.owner = owner;
        this.enclosing = enclosing;
        this.instance = instance;
    }

    void declare(String name, Value value) {
        locals.add(name);
        builder.write(name, value);
    }

    /** Declares the leading parameters of a lambda. */
    void declareCaptured(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            declare(names.get(i), new Value.Parameter(i));
        }
    }

    /** Whether this is a local variable of this body itself, its own captured ones included. */
    boolean declares(String name) {
        return locals.contains(name);
    }

    /** Names of local variables that code nested in this body may capture. */
    Set<String> visible() {
        Set<String> visible = new HashSet<>(locals);
        Optional<ClassScope> scope = Optional.of(owner);
        while (scope.isPresent()) {
            visible.addAll(scope.get().captured());
            scope = scope.get().outer();
        }
        return visible;
    }

    Object temporary() {
        return new Temporary(temporaries++);
    }

    /** The value of a local variable, of this body or captured by the class around it. */
    Optional<Value> local(String name, Location at) {
        if (locals.contains(name)) {
            return Optional.of(builder.read(name));
        }
        Optional<ClassScope> scope = Optional.of(owner);
        Value receiver = Value.This.THIS;
        while (scope.isPresent()) {
            ClassScope current = scope.get();
            if (current.captured().contains(name)) {
                FieldKey field = new FieldKey(current.name(), ClassScope.fieldOf(name));
                return Optional.of(builder.fieldRead(field, Optional.of(receiver), at));
            }
            if (!current.hasOuterInstance()) {
                return Optional.empty();
            }
            receiver = outerInstance(current, receiver, at);
            scope = current.outer();
        }
        return Optional.empty();
    }

    Value outerInstance(ClassScope of, Value receiver, Location at) {
        return builder.fieldRead(new FieldKey(of.name(), ClassScope.OUTER_INSTANCE), Optional.of(receiver), at);
    }
}
