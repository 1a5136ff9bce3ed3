package dev.replaylint.source.types;

import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.JavaType.WildcardType;
import dev.replaylint.program.type.JavaType.WildcardType.Bound;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The type arguments of one invocation (JLS 18), found by comparing formal with actual types once, in the order in which
 * they become known. A simplification: constraints are never revisited, which keeps attribution linear.
 */
public final class Inference {

    private static final int MAX_DEPTH = 8;

    /** How a type was found for a variable; a later value replaces an earlier, weaker one. */
    private enum Strength {
        UPPER,
        LOWER,
        EXACT
    }

    private record Solution(JavaType type, Strength strength) {}

    private final Set<TypeVariable> variables;
    private final Map<TypeVariable, Solution> solutions = new HashMap<>();
    private final Set<TypeVariable> open = new LinkedHashSet<>();
    private final Supertypes supertypes;
    private final LeastUpperBound bound;

    public Inference(Collection<TypeVariable> variables, Supertypes supertypes) {
        this.variables = new LinkedHashSet<>(variables);
        this.supertypes = supertypes;
        this.bound = new LeastUpperBound(supertypes);
    }

    /** An explicit type argument. */
    public void fix(TypeVariable variable, JavaType type) {
        solutions.put(variable, new Solution(type, Strength.EXACT));
    }

    /** The actual type is passed where the formal one is declared. */
    public void argument(JavaType formal, JavaType actual) {
        if (!variables.isEmpty()) {
            argument(formal, actual, Strength.LOWER, 0);
        }
    }

    private void argument(JavaType formal, JavaType actual, Strength strength, int depth) {
        if (depth > MAX_DEPTH || actual == Primitive.VOID) {
            return;
        }
        if (actual == Special.UNKNOWN) {
            leaveOpen(formal);
        } else if (formal instanceof TypeVariable v) {
            if (variables.contains(v)) {
                solve(v, Primitives.boxed(Bounds.either(actual)), strength);
            }
        } else if (formal instanceof WildcardType w) {
            argument(
                    w.bound(),
                    Bounds.either(actual),
                    w.kind() == Bound.EXTENDS ? Strength.LOWER : Strength.UPPER,
                    depth);
        } else if (formal instanceof ArrayType f) {
            if (Bounds.upper(actual) instanceof ArrayType a) {
                argument(f.element(), a.element(), strength, depth + 1);
            }
        } else if (formal instanceof ClassType c && !c.arguments().isEmpty()) {
            parameterized(c, Bounds.upper(Primitives.boxed(actual)), depth);
        }
    }

    private void parameterized(ClassType formal, JavaType actual, int depth) {
        Optional<ClassType> site = supertypes.asSuper(actual, formal.name());
        int given = site.map(s -> s.arguments().size()).orElse(0);
        for (int i = 0; i < formal.arguments().size(); i++) {
            if (i < given) {
                argument(formal.arguments().get(i), site.get().arguments().get(i), Strength.EXACT, depth + 1);
            } else if (actual != Special.NULL) {
                leaveOpen(formal.arguments().get(i));
            }
        }
    }

    /** The result type is used where the target type is expected. */
    public void target(JavaType result, JavaType target) {
        if (!variables.isEmpty() && target != Primitive.VOID) {
            target(result, Primitives.boxed(target), Strength.UPPER, 0);
        }
    }

    private void target(JavaType result, JavaType target, Strength strength, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        if (target == Special.UNKNOWN) {
            leaveOpen(result);
        } else if (result instanceof TypeVariable v) {
            if (variables.contains(v)) {
                solve(v, target, strength);
            }
        } else if (result instanceof ArrayType r && target instanceof ArrayType t) {
            target(r.element(), t.element(), strength, depth + 1);
        } else if (result instanceof ClassType
                && target instanceof ClassType t
                && !t.arguments().isEmpty()) {
            targetArguments(supertypes.asSuper(result, t.name()), t, depth);
        }
    }

    private void targetArguments(Optional<ClassType> result, ClassType target, int depth) {
        int given = result.map(r -> r.arguments().size()).orElse(0);
        for (int i = 0; i < given && i < target.arguments().size(); i++) {
            JavaType expected = target.arguments().get(i);
            JavaType argument = Bounds.either(result.orElseThrow().arguments().get(i));
            if (expected.equals(Bounds.UNBOUNDED)) {
                continue;
            }
            Strength strength = expected instanceof WildcardType w
                    ? w.kind() == Bound.EXTENDS ? Strength.UPPER : Strength.LOWER
                    : Strength.EXACT;
            target(argument, Bounds.either(expected), strength, depth + 1);
        }
    }

    private void solve(TypeVariable variable, JavaType type, Strength strength) {
        if (type == variable) {
            return;
        }
        Solution known = solutions.get(variable);
        if (known == null || known.type() == Special.NULL) {
            solutions.put(variable, new Solution(type, strength));
        } else if (Bounds.isPartial(known.type()) && !Bounds.isPartial(type)) {
            solutions.put(variable, new Solution(type, strength));
        } else if (strength == Strength.LOWER && known.strength() == Strength.LOWER) {
            solutions.put(variable, new Solution(bound.of(known.type(), type), strength));
        } else if (strength.compareTo(known.strength()) > 0 && !Bounds.isPartial(type) && type != Special.NULL) {
            solutions.put(variable, new Solution(type, strength));
        }
    }

    private void leaveOpen(JavaType type) {
        for (TypeVariable variable : variables) {
            if (Bounds.mentions(type, Set.of(variable))) {
                open.add(variable);
            }
        }
    }

    /** Whether the type mentions a variable that nothing is known of. */
    public boolean isUnsolved(JavaType type) {
        for (TypeVariable variable : variables) {
            if (!solutions.containsKey(variable) && Bounds.mentions(type, Set.of(variable))) {
                return true;
            }
        }
        return false;
    }

    /** The type with what is known so far; unsolved variables stay. */
    public JavaType partial(JavaType type) {
        Map<TypeVariable, JavaType> known = new HashMap<>();
        solutions.forEach((variable, solution) -> known.put(variable, solution.type()));
        return Substitution.of(known).apply(type);
    }

    /** The type with what is known so far and unknown for the rest, so that no variable leaks out of its invocation. */
    public JavaType known(JavaType type) {
        return variables.isEmpty() ? type : Substitution.of(all(false)).apply(type);
    }

    /**
     * The type once all arguments are seen. A variable that nothing constrains becomes its bound, as in Java; one that
     * something unknown might have constrained stays unknown.
     */
    public JavaType complete(JavaType type) {
        return variables.isEmpty() ? type : Substitution.of(all(true)).apply(type);
    }

    private Map<TypeVariable, JavaType> all(boolean complete) {
        Map<TypeVariable, JavaType> known = new HashMap<>();
        for (TypeVariable variable : variables) {
            Solution solution = solutions.get(variable);
            known.put(variable, solution == null ? Special.UNKNOWN : solution.type());
        }
        if (complete) {
            Substitution solved = Substitution.of(known);
            for (TypeVariable variable : variables) {
                JavaType type = known.get(variable);
                boolean free = type == Special.NULL || (type == Special.UNKNOWN && !open.contains(variable));
                if (free) {
                    known.put(variable, solved.apply(Bounds.of(variable).get(0)));
                }
            }
        }
        return known;
    }

    /** Lets solved variables say something of the bounds of others: {@code M extends Map<K, D>}. */
    public void propagateBounds() {
        for (TypeVariable variable : variables) {
            Solution solution = solutions.get(variable);
            if (solution != null) {
                // A bound constrains its own variables, never the one that it bounds.
                variable.bounds().stream()
                        .filter(b -> b instanceof ClassType && isUnsolved(b))
                        .forEach(b -> argument(b, solution.type()));
            }
        }
    }

    /** The type expected of an argument; for an unsolved variable, what its bound says. */
    public JavaType expected(JavaType formal) {
        if (formal instanceof TypeVariable v && variables.contains(v) && !solutions.containsKey(v)) {
            return v.bounds().isEmpty() ? Special.UNKNOWN : known(v.bounds().get(0));
        }
        return known(formal);
    }
}
