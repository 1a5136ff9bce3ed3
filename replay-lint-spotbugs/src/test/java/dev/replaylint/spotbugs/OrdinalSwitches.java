package dev.replaylint.spotbugs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * For each class that switches over an enum the compiler makes another one, with a table of the numbers of the constants at run time. In one
 * jar, these are the numbers that they have now.
 */
final class OrdinalSwitches {

    private static final String TABLE = "$SwitchMap$";

    /** By class and name of a table: the ordinals of the constants that a switch knows by a number. */
    private final Map<String, Map<Integer, Integer>> tables = new HashMap<>();

    /** Classes of tables that something needs. */
    private final Set<String> needed = new HashSet<>();

    private final Map<String, ClassNode> classes = new HashMap<>();

    /** Takes over the class files without what is for debuggers, and makes them switch over ordinals. */
    OrdinalSwitches(Iterable<byte[]> files) {
        for (byte[] file : files) {
            ClassNode read = new ClassNode();
            new ClassReader(file).accept(read, ClassReader.SKIP_DEBUG);
            classes.put(read.name, read);
        }
        classes.values().stream()
                .filter(c -> c.fields.stream().anyMatch(f -> f.name.startsWith(TABLE)))
                .forEach(this::readTables);
        classes.values().forEach(c -> c.methods.forEach(m -> rewrite(c, m)));
        classes.values().stream()
                .filter(c -> c.nestMembers != null)
                .forEach(c -> c.nestMembers.removeIf(this::isUnneeded));
    }

    /** The class, or null if nothing needs it any more. */
    @Nullable
    ClassNode of(String name) {
        return isUnneeded(name) ? null : classes.get(name);
    }

    private boolean isUnneeded(String name) {
        ClassNode read = classes.get(name);
        return read != null
                && !read.fields.isEmpty()
                && read.fields.stream().allMatch(f -> f.name.startsWith(TABLE))
                && !needed.contains(name);
    }

    private void readTables(ClassNode owner) {
        for (MethodNode method : owner.methods) {
            for (AbstractInsnNode stored : method.instructions) {
                if (stored.getOpcode() == Opcodes.IASTORE) {
                    readEntry(stored);
                }
            }
        }
    }

    /** {@code table[Enum.CONSTANT.ordinal()] = number}. */
    private void readEntry(AbstractInsnNode stored) {
        AbstractInsnNode number = stored.getPrevious();
        FieldInsnNode constant = (FieldInsnNode) number.getPrevious().getPrevious();
        FieldInsnNode table = (FieldInsnNode) constant.getPrevious();
        ClassNode type = classes.get(constant.owner);
        if (type != null) {
            tables.computeIfAbsent(key(table), k -> new HashMap<>()).put(pushed(number), ordinal(type, constant.name));
        }
    }

    private static int pushed(AbstractInsnNode number) {
        return number instanceof IntInsnNode push ? push.operand : number.getOpcode() - Opcodes.ICONST_0;
    }

    private static int ordinal(ClassNode type, String constant) {
        return type.fields.stream()
                .filter(f -> (f.access & Opcodes.ACC_ENUM) != 0)
                .map(f -> f.name)
                .toList()
                .indexOf(constant);
    }

    private static String key(FieldInsnNode table) {
        return table.owner + "." + table.name;
    }

    private void rewrite(ClassNode owner, MethodNode method) {
        for (AbstractInsnNode each : method.instructions.toArray()) {
            if (each instanceof FieldInsnNode table
                    && table.name.startsWith(TABLE)
                    && !table.owner.equals(owner.name)
                    && !rewrite(method.instructions, table)) {
                needed.add(table.owner);
            }
        }
    }

    /** Whether it could. What branches between the table and the switch has the table in its frames (JVMS 4.7.4). */
    private boolean rewrite(InsnList code, FieldInsnNode table) {
        Map<Integer, Integer> ordinals = tables.get(key(table));
        Optional<AbstractInsnNode> load = ordinals == null ? Optional.empty() : load(table);
        if (load.isEmpty()) {
            return false;
        }
        AbstractInsnNode old = load.get().getNext();
        code.set(old, ordinalSwitch(old, ordinals));
        code.remove(load.get());
        code.remove(table);
        return true;
    }

    /** The instruction that takes the number from the table. */
    private static Optional<AbstractInsnNode> load(FieldInsnNode table) {
        AbstractInsnNode next = table.getNext();
        while (next != null && !(next instanceof LabelNode) && next.getOpcode() != Opcodes.IALOAD) {
            next = next.getNext();
        }
        return Optional.ofNullable(next)
                .filter(l -> l.getPrevious() instanceof MethodInsnNode call && call.name.equals("ordinal"))
                .filter(l -> l.getNext() instanceof LookupSwitchInsnNode || l.getNext() instanceof TableSwitchInsnNode);
    }

    private static AbstractInsnNode ordinalSwitch(AbstractInsnNode old, Map<Integer, Integer> ordinals) {
        Map<Integer, LabelNode> targets = new HashMap<>();
        LabelNode otherwise;
        if (old instanceof TableSwitchInsnNode table) {
            IntStream.rangeClosed(table.min, table.max)
                    .filter(ordinals::containsKey)
                    .forEach(n -> targets.put(ordinals.get(n), table.labels.get(n - table.min)));
            otherwise = table.dflt;
        } else {
            LookupSwitchInsnNode lookup = (LookupSwitchInsnNode) old;
            lookup.keys.forEach(n -> targets.put(ordinals.get(n), lookup.labels.get(lookup.keys.indexOf(n))));
            otherwise = lookup.dflt;
        }
        List<Integer> keys = new ArrayList<>(targets.keySet());
        keys.sort(null);
        return new LookupSwitchInsnNode(
                otherwise,
                keys.stream().mapToInt(Integer::intValue).toArray(),
                keys.stream().map(targets::get).toArray(LabelNode[]::new));
    }
}
