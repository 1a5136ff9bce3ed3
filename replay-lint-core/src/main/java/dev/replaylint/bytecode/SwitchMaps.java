package dev.replaylint.bytecode;

import dev.replaylint.program.CaseLabel;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The tables by which javac numbers the constants of an enum that a {@code switch} names: static arrays of a class of their own,
 * filled in its initializer.
 */
final class SwitchMaps {

    private static final String PREFIX = "$SwitchMap$";

    private final ClassFileIndex index;
    private final Memo<FieldKey, Map<Integer, CaseLabel>> known = new Memo<>(this::read);

    SwitchMaps(ClassFileIndex index) {
        this.index = index;
    }

    static boolean isOne(FieldKey field) {
        return field.name().startsWith(PREFIX);
    }

    /** The enum's constants by their numbers; empty if the table cannot be read. */
    Map<Integer, CaseLabel> labels(FieldKey table) {
        return known.get(table);
    }

    private Map<Integer, CaseLabel> read(FieldKey table) {
        Map<Integer, CaseLabel> labels = new HashMap<>();
        initializer(table.owner()).ifPresent(initializer -> {
            for (AbstractInsnNode instruction : initializer.instructions) {
                if (instruction.getOpcode() == Opcodes.IASTORE) {
                    add(instruction, table, labels);
                }
            }
        });
        return labels;
    }

    private Optional<MethodNode> initializer(String owner) {
        return index.find(owner).flatMap(h -> index.bytes(owner)).flatMap(bytes -> {
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
            return node.methods.stream().filter(m -> m.name.equals("<clinit>")).findFirst();
        });
    }

    /** Of {@code $SwitchMap$E[E.A.ordinal()] = 1}. */
    private static void add(AbstractInsnNode store, FieldKey table, Map<Integer, CaseLabel> labels) {
        Backwards before = new Backwards(store);
        Optional<Integer> number = before.constant();
        boolean isOrdinal = before.call("ordinal");
        Optional<FieldInsnNode> constant = before.staticField();
        boolean isTable =
                before.staticField().filter(f -> f.name.equals(table.name())).isPresent();
        if (number.isPresent() && isOrdinal && constant.isPresent() && isTable) {
            FieldInsnNode field = constant.get();
            labels.put(number.get(), new CaseLabel.EnumConstant(new FieldKey(Names.binary(field.owner), field.name)));
        }
    }
}
