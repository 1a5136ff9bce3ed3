package dev.replaylint.bytecode;

import dev.replaylint.bytecode.OperandStack.Entry;
import dev.replaylint.bytecode.OperandStack.Slot;
import dev.replaylint.program.BodyBuilder;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Location;
import dev.replaylint.program.Names;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** What each instruction that is no jump does to the operand stack, the variables and the body (JVMS 6.5). */
final class Instructions {

    private final BodyBuilder builder;
    private final OperandStack stack;
    private final FieldOwners fields;
    private final Supplier<Location> here;
    private final Invocations invocations;
    private final StackInstructions simple;

    Instructions(BodyBuilder builder, OperandStack stack, FieldOwners fields, Supplier<Location> here) {
        this.builder = builder;
        this.stack = stack;
        this.fields = fields;
        this.here = here;
        this.invocations = new Invocations(builder, stack, here);
        this.simple = new StackInstructions(builder, stack, here);
    }

    void step(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            invocations.call(call);
        } else if (instruction instanceof VarInsnNode variable) {
            variable(variable);
        } else if (instruction instanceof FieldInsnNode field) {
            field(field);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            invocations.dynamic(dynamic);
        } else if (instruction instanceof LdcInsnNode constant) {
            stack.push(constant(constant.cst), constant.cst instanceof Long || constant.cst instanceof Double);
        } else if (instruction instanceof TypeInsnNode type) {
            type(type);
        } else if (instruction instanceof IincInsnNode increment) {
            Slot slot = new Slot(increment.var);
            Value by = new Value.Constant(increment.incr);
            builder.write(slot, new Value.Derived("+", List.of(builder.read(slot), by)));
        } else if (instruction instanceof IntInsnNode number) {
            integer(number);
        } else if (instruction instanceof MultiANewArrayInsnNode array) {
            stack.pop(array.dims);
            stack.push(builder.newArray(here.get()));
        } else {
            simple.step(instruction.getOpcode());
        }
    }

    static Value constant(Object constant) {
        if (constant instanceof Type type) {
            return new Value.Constant(new Value.ClassLiteral(
                    type.getSort() == Type.OBJECT ? type.getClassName().replace('/', '.') : type.getDescriptor()));
        }
        boolean plain = constant instanceof String || constant instanceof Number;
        return plain ? new Value.Constant(constant) : Value.Unknown.UNKNOWN;
    }

    private void integer(IntInsnNode number) {
        if (number.getOpcode() == Opcodes.NEWARRAY) {
            stack.pop();
            stack.push(builder.newArray(here.get()));
        } else {
            stack.push(new Value.Constant(number.operand));
        }
    }

    private void variable(VarInsnNode variable) {
        Slot slot = new Slot(variable.var);
        int opcode = variable.getOpcode();
        switch (opcode) {
            case Opcodes.ILOAD, Opcodes.FLOAD, Opcodes.ALOAD -> stack.push(builder.read(slot));
            case Opcodes.LLOAD, Opcodes.DLOAD -> stack.push(builder.read(slot), true);
            case Opcodes.RET -> throw new IllegalArgumentException("subroutines are not supported");
            default -> builder.write(slot, stack.pop());
        }
    }

    private void field(FieldInsnNode field) {
        FieldKey key = fields.declared(new FieldKey(Names.binary(field.owner), field.name));
        boolean wide = field.desc.equals("J") || field.desc.equals("D");
        switch (field.getOpcode()) {
            case Opcodes.GETSTATIC -> stack.push(builder.fieldRead(key, Optional.empty(), here.get()), wide);
            case Opcodes.GETFIELD -> stack.push(builder.fieldRead(key, Optional.of(stack.pop()), here.get()), wide);
            case Opcodes.PUTSTATIC -> builder.fieldWrite(key, Optional.empty(), stack.pop(), here.get());
            default -> {
                Value value = stack.pop();
                builder.fieldWrite(key, Optional.of(stack.pop()), value, here.get());
            }
        }
    }

    private void type(TypeInsnNode type) {
        switch (type.getOpcode()) {
            case Opcodes.NEW -> stack.push(new Uninitialized().value());
            case Opcodes.ANEWARRAY -> {
                stack.pop();
                stack.push(builder.newArray(here.get()));
            }
            case Opcodes.INSTANCEOF -> stack.push(Value.Derived.instanceOf(stack.pop(), Names.binary(type.desc)));
            default -> {
                // A cast changes nothing but the static type.
            }
        }
    }

    /** An object between {@code new} and its constructor: a value of its own, which all its copies are. */
    record Uninitialized() {
        Value value() {
            return new Value.Derived("new", List.of(new Value.Constant(new Object())));
        }
    }

    static boolean isWide(Entry entry) {
        return entry.wide();
    }
}
