package dev.replaylint.bytecode;

import dev.replaylint.program.MethodKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * The lines of the code that stands in a declaration of a class: its own instructions, the lambdas they make, and the local and
 * anonymous classes in it.
 */
final class CodeLines {

    /** An instruction with its line. */
    private record Step(AbstractInsnNode instruction, int line) {}

    private final ClassNode node;
    private final List<ClassNode> inside;

    /**
     * Lines of one class.
     *
     * @param inside the classes that are nested in it, at any depth
     */
    CodeLines(ClassNode node, List<ClassNode> inside) {
        this.node = node;
        this.inside = inside;
    }

    SortedSet<Integer> ofClass() {
        SortedSet<Integer> lines = new TreeSet<>();
        addAll(node, lines);
        inside.forEach(c -> addAll(c, lines));
        return lines;
    }

    private static void addAll(ClassNode type, SortedSet<Integer> lines) {
        type.methods.forEach(m -> steps(m).forEach(s -> lines.add(s.line())));
    }

    SortedSet<Integer> of(MethodNode method) {
        SortedSet<Integer> lines = new TreeSet<>();
        List<Step> steps = method.name.equals(MethodKey.CONSTRUCTOR) ? withoutInitializers(method) : steps(method);
        Set<MethodNode> methods = new HashSet<>(Set.of(method));
        add(steps, lines, methods);
        inside.stream()
                .filter(c -> methods.stream().anyMatch(m -> standsIn(c, m)))
                .forEach(c -> addWhole(c, lines));
        return lines;
    }

    private boolean standsIn(ClassNode local, MethodNode method) {
        return node.name.equals(local.outerClass)
                && method.name.equals(local.outerMethod)
                && method.desc.equals(local.outerMethodDesc);
    }

    private void addWhole(ClassNode type, SortedSet<Integer> lines) {
        addAll(type, lines);
        inside.stream().filter(c -> c.name.startsWith(type.name + "$")).forEach(c -> addAll(c, lines));
    }

    /** Adds lines of steps and of the lambdas they make, each once. */
    private void add(List<Step> steps, SortedSet<Integer> lines, Set<MethodNode> seen) {
        for (Step step : steps) {
            lines.add(step.line());
            if (step.instruction() instanceof InvokeDynamicInsnNode dynamic) {
                Functions.implementation(dynamic)
                        .ifPresent(h -> lambdas(h).forEach(m -> {
                            if (seen.add(m)) {
                                add(steps(m), lines, seen);
                            }
                        }));
            }
        }
    }

    private List<MethodNode> lambdas(Handle implementation) {
        return node.methods.stream()
                .filter(m -> implementation.getOwner().equals(node.name))
                .filter(m -> m.name.equals(implementation.getName()) && m.desc.equals(implementation.getDesc()))
                .filter(m -> (m.access & Opcodes.ACC_SYNTHETIC) != 0)
                .toList();
    }

    /** The lines of a field's initializer, which the compiler puts into each constructor or into the static initializer. */
    SortedSet<Integer> of(FieldNode field) {
        SortedSet<Integer> lines = new TreeSet<>();
        for (MethodNode method : node.methods) {
            boolean isStatic = method.name.equals(MethodKey.STATIC_INITIALIZER);
            if (isStatic || method.name.equals(MethodKey.CONSTRUCTOR)) {
                List<Step> all = steps(method);
                List<Step> steps = isStatic ? all : all.subList(initializersStart(all), all.size());
                initializer(steps, field).forEach(s -> add(s, lines));
            }
        }
        return lines;
    }

    private void add(Step step, SortedSet<Integer> lines) {
        add(List.of(step), lines, new HashSet<>());
        if (step.instruction() instanceof TypeInsnNode made && made.getOpcode() == Opcodes.NEW) {
            inside.stream()
                    .filter(c -> c.name.equals(made.desc) && node.name.equals(c.outerClass) && c.outerMethod == null)
                    .forEach(c -> addWhole(c, lines));
        }
    }

    /** The steps up to where the field is first written, from where another one was. */
    private List<Step> initializer(List<Step> steps, FieldNode field) {
        int start = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).instruction() instanceof FieldInsnNode write && writes(write)) {
                if (write.name.equals(field.name)) {
                    return steps.subList(start, i + 1);
                }
                start = i + 1;
            }
        }
        return List.of();
    }

    private boolean writes(FieldInsnNode access) {
        boolean write = access.getOpcode() == Opcodes.PUTFIELD || access.getOpcode() == Opcodes.PUTSTATIC;
        return write && access.owner.equals(node.name);
    }

    /** Initializers stand before or behind the constructor in the file, so its own lines are those from its start to its end. */
    private List<Step> withoutInitializers(MethodNode constructor) {
        List<Step> steps = steps(constructor);
        if (steps.isEmpty()) {
            return steps;
        }
        int start = initializersStart(steps);
        int first = steps.get(Math.max(start - 1, 0)).line();
        int last = steps.get(steps.size() - 1).line();
        return steps.stream().filter(s -> first <= s.line() && s.line() <= last).toList();
    }

    /** Behind the call of the superclass's constructor; at the start if there is none, as when another constructor is called. */
    private int initializersStart(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).instruction() instanceof MethodInsnNode call
                    && call.getOpcode() == Opcodes.INVOKESPECIAL
                    && call.name.equals(MethodKey.CONSTRUCTOR)
                    && call.owner.equals(node.superName)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static List<Step> steps(MethodNode method) {
        List<Step> steps = new ArrayList<>();
        int line = 0;
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            } else if (instruction.getOpcode() >= 0 && line > 0) {
                steps.add(new Step(instruction, line));
            }
        }
        return steps;
    }
}
