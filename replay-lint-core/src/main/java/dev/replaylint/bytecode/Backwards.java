package dev.replaylint.bytecode;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Reads what stands before an instruction, one after the other; lines, labels and frames are no instructions. */
final class Backwards {

    private @Nullable AbstractInsnNode at;

    Backwards(AbstractInsnNode after) {
        this.at = after;
    }

    Optional<AbstractInsnNode> next() {
        do {
            at = at == null ? null : at.getPrevious();
        } while (at != null && at.getOpcode() < 0);
        return Optional.ofNullable(at);
    }

    boolean opcode(int opcode) {
        return next().filter(i -> i.getOpcode() == opcode).isPresent();
    }

    boolean call(String name) {
        return next().filter(i -> i instanceof MethodInsnNode call && call.name.equals(name))
                .isPresent();
    }

    Optional<FieldInsnNode> staticField() {
        return next().filter(i -> i.getOpcode() == Opcodes.GETSTATIC).map(FieldInsnNode.class::cast);
    }

    /** The variable that an instruction of this kind reads or writes. */
    Optional<Integer> variable(int opcode) {
        return next().filter(i -> i.getOpcode() == opcode).map(i -> ((VarInsnNode) i).var);
    }

    Optional<String> text() {
        return next().flatMap(i -> i instanceof LdcInsnNode load && load.cst instanceof String text
                ? Optional.of(text)
                : Optional.empty());
    }

    /** A whole number that is pushed. */
    Optional<Integer> constant() {
        return next().flatMap(Backwards::pushed);
    }

    private static Optional<Integer> pushed(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return Optional.of(opcode - Opcodes.ICONST_0);
        }
        if (opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH) {
            return Optional.of(((IntInsnNode) instruction).operand);
        }
        return instruction instanceof LdcInsnNode load && load.cst instanceof Integer number
                ? Optional.of(number)
                : Optional.empty();
    }
}
