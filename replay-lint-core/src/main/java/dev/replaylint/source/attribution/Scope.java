package dev.replaylint.source.attribution;

import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.TypeVariable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names declared by one construct: a file, a class header, a class body, a method, a block or an expression. Names of
 * enclosing constructs are found through {@link #parent()}.
 */
final class Scope {

    private final Optional<Scope> parent;
    private final FileScope file;
    private final Optional<SourceHeader> type;
    private final boolean isStatic;
    private final @Nullable Exit returns;
    private final @Nullable Exit yields;
    private @Nullable Map<String, JavaType> variables;
    private @Nullable Map<String, TypeVariable> typeVariables;
    private @Nullable Map<String, String> localClasses;

    /** The outermost scope of a file. */
    Scope(FileScope file) {
        this.parent = Optional.empty();
        this.file = file;
        this.type = Optional.empty();
        this.isStatic = true;
        this.returns = null;
        this.yields = null;
    }

    private Scope(
            Scope parent,
            Optional<SourceHeader> type,
            boolean isStatic,
            @Nullable Exit returns,
            @Nullable Exit yields) {
        this.parent = Optional.of(parent);
        this.file = parent.file;
        this.type = type;
        this.isStatic = isStatic;
        this.returns = returns;
        this.yields = yields;
    }

    /** A scope for more names in the same code. */
    Scope inner() {
        return new Scope(this, Optional.empty(), isStatic, returns, yields);
    }

    /** The body of a class: its members are names here. */
    Scope body(SourceHeader header) {
        return new Scope(this, Optional.of(header), false, null, null);
    }

    /** A method or lambda body, whose {@code return} statements go to the exit. */
    Scope code(boolean inStaticMember, Exit returning) {
        return new Scope(this, Optional.empty(), inStaticMember, returning, null);
    }

    /** A switch expression, whose {@code yield} statements go to the exit. */
    Scope yielding(Exit yielding) {
        return new Scope(this, Optional.empty(), isStatic, returns, yielding);
    }

    Optional<Scope> parent() {
        return parent;
    }

    FileScope file() {
        return file;
    }

    /** The class whose body this is. */
    Optional<SourceHeader> type() {
        return type;
    }

    /** Whether there is no {@code this} here. */
    boolean isStatic() {
        return isStatic;
    }

    Optional<Exit> returns() {
        return Optional.ofNullable(returns);
    }

    Optional<Exit> yields() {
        return Optional.ofNullable(yields);
    }

    /** The innermost class whose body this is in. */
    Optional<SourceHeader> enclosingClass() {
        Optional<Scope> scope = Optional.of(this);
        while (scope.isPresent()) {
            if (scope.get().type.isPresent()) {
                return scope.get().type;
            }
            scope = scope.get().parent;
        }
        return Optional.empty();
    }

    void declare(String name, JavaType variableType) {
        if (variables == null) {
            variables = new HashMap<>();
        }
        variables.put(name, variableType);
    }

    Optional<JavaType> variable(String name) {
        return variables == null ? Optional.empty() : Optional.ofNullable(variables.get(name));
    }

    void declare(Collection<TypeVariable> declared) {
        if (declared.isEmpty()) {
            return;
        }
        if (typeVariables == null) {
            typeVariables = new HashMap<>();
        }
        for (TypeVariable variable : declared) {
            typeVariables.put(variable.name(), variable);
        }
    }

    Optional<TypeVariable> typeVariable(String name) {
        return typeVariables == null ? Optional.empty() : Optional.ofNullable(typeVariables.get(name));
    }

    void declareClass(String simpleName, String binaryName) {
        if (localClasses == null) {
            localClasses = new HashMap<>();
        }
        localClasses.put(simpleName, binaryName);
    }

    Optional<String> localClass(String simpleName) {
        return localClasses == null ? Optional.empty() : Optional.ofNullable(localClasses.get(simpleName));
    }
}
