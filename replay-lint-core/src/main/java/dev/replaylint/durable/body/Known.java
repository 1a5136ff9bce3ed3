package dev.replaylint.durable.body;

import dev.replaylint.program.CaseLabel;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType.ClassType;
import java.util.Optional;
import java.util.Set;

/** What a value is known to be. */
public sealed interface Known {

    /** Classes of the platform whose objects are values. */
    Set<String> VALUES = Set.of("java.lang.String", "java.util.UUID");

    /** {@code null}. */
    enum Nothing implements Known {
        NULL
    }

    /** An object, whichever it is. */
    enum Something implements Known {
        OBJECT
    }

    /** An object of exactly this class of the project. */
    record Made(String type) implements Known {}

    /** A function that runs this method. */
    record Runs(MethodKey method) implements Known {}

    /** A text or a number; truth values and characters are numbers (JVMS 2.3.4), and all whole numbers longs. */
    record Literal(Object constant) implements Known {

        public static final Literal ZERO = new Literal(0L);

        public static Literal of(Object constant) {
            if (constant instanceof Boolean truth) {
                return new Literal(truth ? 1L : 0L);
            }
            if (constant instanceof Character character) {
                return new Literal((long) character);
            }
            boolean whole = constant instanceof Number && !(constant instanceof Double) && !(constant instanceof Float);
            return new Literal(whole ? (Object) ((Number) constant).longValue() : constant);
        }
    }

    /** A constant of an enum. */
    record Named(FieldKey constant) implements Known {}

    /** What the value is by itself; empty if it depends on others. */
    static Optional<Known> of(Value value, Program program) {
        if (value instanceof Value.Constant constant) {
            return Optional.of(Literal.of(constant.constant()));
        }
        if (value instanceof Value.Null) {
            return Optional.of(Nothing.NULL);
        }
        if (value instanceof Value.FieldValue field) {
            return ofField(field.read().field(), program);
        }
        if (value instanceof Value.Result made
                && made.call().isAllocation()
                && program.isProject(made.call().target().owner())) {
            return Optional.of(new Made(made.call().target().owner()));
        }
        boolean object = value instanceof Value.This
                || value instanceof Value.Function
                || value instanceof Value.NewArray
                || value instanceof Value.Template
                || value instanceof Value.Result made && made.call().isAllocation();
        return object ? Optional.of(Something.OBJECT) : Optional.empty();
    }

    /** The value that a case is for; empty for the default. */
    static Optional<Known> of(CaseLabel label) {
        if (label instanceof CaseLabel.Constant constant) {
            return Optional.of(Literal.of(constant.constant()));
        }
        return label instanceof CaseLabel.EnumConstant named ? Optional.of(new Named(named.field())) : Optional.empty();
    }

    /** Values of these types are computed, and not looked for: none of their methods gives {@code null} for one. */
    static boolean neverGivesNull(MethodKey target) {
        return target.owner().startsWith("java.time.")
                || target.owner().startsWith("java.math.")
                || VALUES.contains(target.owner());
    }

    /** The class of an object, where that is known. */
    static Optional<Known> ofClass(Known object) {
        return object instanceof Made made
                ? Optional.of(new Literal(new Value.ClassLiteral(made.type())))
                : Optional.empty();
    }

    /** What both are: objects have that in common. */
    static Optional<Known> common(Known one, Known other) {
        if (one.equals(other)) {
            return Optional.of(one);
        }
        boolean objects = one.isObject() && other.isObject();
        return objects ? Optional.of(Something.OBJECT) : Optional.empty();
    }

    /** Whether it is an object, and that is all, or nearly all. */
    default boolean isObject() {
        return this == Something.OBJECT || this instanceof Made;
    }

    /** How a comparison comes out. */
    static Optional<Boolean> compared(Known left, String operator, Known right) {
        return switch (operator) {
            case "==" -> equal(left, right);
            case "!=" -> equal(left, right).map(e -> !e);
            case "<" -> order(left, right).map(o -> o < 0);
            case "<=" -> order(left, right).map(o -> o <= 0);
            case ">" -> order(left, right).map(o -> o > 0);
            case ">=" -> order(left, right).map(o -> o >= 0);
            default -> Optional.empty();
        };
    }

    /** Whether two values are equal. */
    static Optional<Boolean> equal(Known left, Known right) {
        if (left == Nothing.NULL || right == Nothing.NULL) {
            return Optional.of(left == right);
        }
        boolean comparable =
                left instanceof Literal && right instanceof Literal || left instanceof Named && right instanceof Named;
        Optional<Integer> order = order(left, right);
        return order.map(o -> o == 0).or(() -> comparable ? Optional.of(left.equals(right)) : Optional.empty());
    }

    private static Optional<Integer> order(Known left, Known right) {
        if (!(left instanceof Literal a) || !(right instanceof Literal b)) {
            return Optional.empty();
        }
        if (a.constant() instanceof Long x && b.constant() instanceof Long y) {
            return Optional.of(Long.compare(x, y));
        }
        return a.constant() instanceof Number x && b.constant() instanceof Number y
                ? Optional.of(Double.compare(x.doubleValue(), y.doubleValue()))
                : Optional.empty();
    }

    private static Optional<Known> ofField(FieldKey field, Program program) {
        Optional<FieldHeader> header = program.field(field).filter(FieldHeader::isFinal);
        Optional<Known> constant = header.flatMap(FieldHeader::constant).map(Literal::of);
        return constant.or(() -> header.filter(h -> isOfEnum(h, program)).map(h -> new Named(field)));
    }

    private static boolean isOfEnum(FieldHeader field, Program program) {
        return field.isStatic()
                && field.type() instanceof ClassType type
                && type.name().equals(field.owner())
                && program.type(field.owner())
                        .filter(t -> t.kind() == ClassKind.ENUM)
                        .isPresent();
    }
}
