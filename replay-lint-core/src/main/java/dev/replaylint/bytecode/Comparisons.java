package dev.replaylint.bytecode;

import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** The condition a conditional jump tests (JVMS 6.5), turned round: compilers jump where the source's condition is false. */
final class Comparisons {

    /** Operator of a value that is less than, equal to or greater than zero, as the first operand is to the second. */
    static final String COMPARE = "compare";

    private static final Value ZERO = new Value.Constant(0);

    private Comparisons() {}

    /** What holds where the jump is not taken; for {@code ifne}, which tests a boolean, where it is taken. */
    static Value condition(int opcode, OperandStack stack) {
        if (opcode == Opcodes.IFEQ || opcode == Opcodes.IFNE) {
            Value operand = stack.pop();
            return compared(operand).<Value>map(o -> new Value.Derived("!=", o)).orElse(operand);
        }
        boolean two = opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE;
        if (two) {
            return new Value.Derived(whenNotTaken(opcode), stack.pop(2));
        }
        Value operand = stack.pop();
        if (compared(operand).isPresent()) {
            return new Value.Derived(whenNotTaken(opcode), compared(operand).get());
        }
        boolean againstNull = opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL;
        return new Value.Derived(whenNotTaken(opcode), List.of(operand, againstNull ? Value.Null.NULL : ZERO));
    }

    /** What was compared before the jump, as longs and fractions are (JVMS 6.5, lcmp). */
    private static Optional<List<Value>> compared(Value value) {
        return value instanceof Value.Derived d && d.operator().equals(COMPARE)
                ? Optional.of(d.operands())
                : Optional.empty();
    }

    private static String whenNotTaken(int opcode) {
        return switch (opcode) {
            case Opcodes.IF_ICMPEQ, Opcodes.IF_ACMPEQ, Opcodes.IFNULL -> "!=";
            case Opcodes.IF_ICMPNE, Opcodes.IF_ACMPNE, Opcodes.IFNONNULL -> "==";
            case Opcodes.IFLT, Opcodes.IF_ICMPLT -> ">=";
            case Opcodes.IFGE, Opcodes.IF_ICMPGE -> "<";
            case Opcodes.IFGT, Opcodes.IF_ICMPGT -> "<=";
            default -> ">";
        };
    }
}
