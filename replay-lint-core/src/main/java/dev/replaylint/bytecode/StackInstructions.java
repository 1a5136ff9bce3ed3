package dev.replaylint.bytecode;

import dev.replaylint.bytecode.OperandStack.Entry;
import dev.replaylint.program.BodyBuilder;
import dev.replaylint.program.ConstantArithmetic;
import dev.replaylint.program.Location;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.JavaType.Primitive;
import java.util.List;
import java.util.function.Supplier;
import org.objectweb.asm.Opcodes;

/** Instructions without operands of their own: constants, arithmetic, arrays, and those that shuffle the stack. */
final class StackInstructions {

    /** Arithmetic comes in the order int, long, float, double (JVMS 6.5, iadd to dneg). */
    private static final List<String> FOUR_EACH = List.of("+", "-", "*", "/", "%", "-");

    /** Shifts and logic come in the order int, long (JVMS 6.5, ishl to lxor). */
    private static final List<String> TWO_EACH = List.of("<<", ">>", ">>>", "&", "|", "^");

    private final BodyBuilder builder;
    private final OperandStack stack;
    private final Supplier<Location> here;

    StackInstructions(BodyBuilder builder, OperandStack stack, Supplier<Location> here) {
        this.builder = builder;
        this.stack = stack;
        this.here = here;
    }

    void step(int opcode) {
        if (opcode <= Opcodes.DCONST_1) {
            constant(opcode);
        } else if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            Value index = stack.pop();
            Value element = Value.Element.at(stack.pop(), index);
            stack.push(element, opcode == Opcodes.LALOAD || opcode == Opcodes.DALOAD);
        } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
            Value value = stack.pop();
            stack.pop();
            builder.arrayWrite(stack.pop(), value, here.get());
        } else if (opcode >= Opcodes.POP && opcode <= Opcodes.SWAP) {
            shuffle(opcode);
        } else if (opcode >= Opcodes.IADD && opcode <= Opcodes.DCMPG) {
            arithmetic(opcode);
        } else {
            other(opcode);
        }
    }

    private void constant(int opcode) {
        switch (opcode) {
            case Opcodes.NOP -> {
                // Does nothing.
            }
            case Opcodes.ACONST_NULL -> stack.push(Value.Null.NULL);
            case Opcodes.LCONST_0, Opcodes.LCONST_1 ->
                stack.push(new Value.Constant((long) (opcode - Opcodes.LCONST_0)), true);
            case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2 ->
                stack.push(new Value.Constant((float) (opcode - Opcodes.FCONST_0)));
            case Opcodes.DCONST_0, Opcodes.DCONST_1 ->
                stack.push(new Value.Constant((double) (opcode - Opcodes.DCONST_0)), true);
            default -> stack.push(new Value.Constant(opcode - Opcodes.ICONST_0));
        }
    }

    private void arithmetic(int opcode) {
        boolean negates = opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG;
        boolean converts = opcode >= Opcodes.I2L && opcode <= Opcodes.I2S;
        List<Value> operands = stack.pop(negates || converts ? 1 : 2);
        boolean wide = converts ? isWideConversion(opcode) : isWideArithmetic(opcode);
        stack.push(converts ? converted(operands.get(0), opcode) : new Value.Derived(operator(opcode), operands), wide);
    }

    /** Constants are converted; other values stay what they are. */
    private static Value converted(Value value, int opcode) {
        return value instanceof Value.Constant constant
                ? ConstantArithmetic.converted(constant.constant(), target(opcode))
                        .<Value>map(Value.Constant::new)
                        .orElse(value)
                : value;
    }

    private static Primitive target(int opcode) {
        return switch (opcode) {
            case Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> Primitive.LONG;
            case Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> Primitive.FLOAT;
            case Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> Primitive.DOUBLE;
            case Opcodes.I2B -> Primitive.BYTE;
            case Opcodes.I2C -> Primitive.CHAR;
            case Opcodes.I2S -> Primitive.SHORT;
            default -> Primitive.INT;
        };
    }

    /** As the source writes it. */
    private static String operator(int opcode) {
        if (opcode < Opcodes.ISHL) {
            return FOUR_EACH.get((opcode - Opcodes.IADD) / 4);
        }
        return opcode < Opcodes.LCMP ? TWO_EACH.get((opcode - Opcodes.ISHL) / 2) : Comparisons.COMPARE;
    }

    private static boolean isWideConversion(int opcode) {
        return switch (opcode) {
            case Opcodes.I2L, Opcodes.I2D, Opcodes.L2D, Opcodes.F2L, Opcodes.F2D, Opcodes.D2L -> true;
            default -> false;
        };
    }

    /** Arithmetic comes in the order int, long, float, double; shifts and logic in int, long; comparisons give an int. */
    private static boolean isWideArithmetic(int opcode) {
        if (opcode >= Opcodes.LCMP) {
            return false;
        }
        int kind = opcode < Opcodes.ISHL ? (opcode - Opcodes.IADD) % 4 : (opcode - Opcodes.ISHL) % 2;
        return kind == 1 || kind == 3;
    }

    private void other(int opcode) {
        switch (opcode) {
            case Opcodes.ARRAYLENGTH -> stack.push(new Value.Derived("length", List.of(stack.pop())));
            case Opcodes.MONITORENTER -> builder.enterMonitor(stack.pop());
            case Opcodes.MONITOREXIT -> builder.exitMonitor(stack.pop());
            default -> throw new IllegalArgumentException("unknown instruction " + opcode);
        }
    }

    private void shuffle(int opcode) {
        Entry top = stack.popEntry();
        switch (opcode) {
            case Opcodes.POP -> builder.discard(top.value());
            case Opcodes.POP2 -> discardTwo(top);
            case Opcodes.DUP -> pushAll(top, top);
            case Opcodes.SWAP -> pushAll(top, stack.popEntry());
            case Opcodes.DUP_X1 -> pushAll(top, stack.popEntry(), top);
            case Opcodes.DUP_X2 -> dupBelowTwo(top);
            default -> duplicateTwo(opcode, top);
        }
    }

    private void discardTwo(Entry top) {
        builder.discard(top.value());
        if (!top.wide()) {
            builder.discard(stack.pop());
        }
    }

    private void dupBelowTwo(Entry top) {
        Entry second = stack.popEntry();
        if (second.wide()) {
            pushAll(top, second, top);
        } else {
            pushAll(top, stack.popEntry(), second, top);
        }
    }

    /** One wide value is moved like two others. */
    private void duplicateTwo(int opcode, Entry top) {
        List<Entry> moved = top.wide() ? List.of(top) : List.of(stack.popEntry(), top);
        List<Entry> below = List.of();
        if (opcode == Opcodes.DUP2_X1) {
            below = List.of(stack.popEntry());
        } else if (opcode == Opcodes.DUP2_X2) {
            Entry next = stack.popEntry();
            below = next.wide() ? List.of(next) : List.of(stack.popEntry(), next);
        }
        pushAll(moved.toArray(Entry[]::new));
        pushAll(below.toArray(Entry[]::new));
        pushAll(moved.toArray(Entry[]::new));
    }

    private void pushAll(Entry... entries) {
        for (Entry entry : entries) {
            stack.push(entry.value(), entry.wide());
        }
    }
}
