package dev.replaylint.bytecode;

import dev.replaylint.program.Block;
import dev.replaylint.program.Body;
import dev.replaylint.program.BodyBuilder;
import dev.replaylint.program.BodyShape;
import dev.replaylint.program.CaseLabel;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Reads the instructions of one method into a body, block by block in the order of the code. */
final class BodyReader {

    private final MethodNode method;
    private final String file;
    private final BodyBuilder builder;
    private final BlockMap blocks;
    private final OperandStack stack;
    private final Instructions instructions;
    private final SwitchCases cases;
    private int line;

    BodyReader(String owner, String file, MethodNode method, BodyShape shape, FieldOwners fields, SwitchMaps maps) {
        this.method = method;
        this.file = file;
        this.builder = new BodyBuilder(new MethodKey(owner, method.name, method.desc), shape);
        this.blocks = new BlockMap(method, file, builder);
        this.stack = new OperandStack(builder);
        this.instructions = new Instructions(builder, stack, fields, this::here);
        this.cases = new SwitchCases(builder, maps);
        declareParameters(shape);
    }

    private void declareParameters(BodyShape shape) {
        int slot = 0;
        if (shape.instance()) {
            builder.write(new OperandStack.Slot(slot++), Value.This.THIS);
        }
        for (int i = 0; i < shape.parameterTypes().size(); i++) {
            String type = shape.parameterTypes().get(i);
            builder.write(new OperandStack.Slot(slot), new Value.Parameter(i));
            slot += type.equals("J") || type.equals("D") ? 2 : 1;
        }
    }

    private Location here() {
        return new Location(file, line, 0);
    }

    Body read() {
        blocks.starts().forEach(this::read);
        return builder.build();
    }

    private void read(int start) {
        enter(start);
        line = lineBefore(start);
        int end = start;
        do {
            AbstractInsnNode instruction = method.instructions.get(end);
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            } else if (instruction.getOpcode() >= 0 && builder.isReachable()) {
                step(instruction, end);
            }
            end++;
        } while (end < method.instructions.size() && !blocks.startsAt(end));
        if (end < method.instructions.size() && builder.isReachable()) {
            stack.saveFor(blocks.at(end), true);
            builder.jump(blocks.at(end));
        }
    }

    private void enter(int index) {
        builder.protectedBy(blocks.triesAt(index));
        builder.enter(blocks.at(index));
        stack.restore(blocks.at(index));
        blocks.handlerAt(index).ifPresent(h -> stack.replace(new Value.Caught(h, blocks.at(index))));
    }

    private int lineBefore(int index) {
        for (AbstractInsnNode at = method.instructions.get(index); at != null; at = at.getPrevious()) {
            if (at instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }

    private void step(AbstractInsnNode instruction, int index) {
        if (instruction instanceof JumpInsnNode jump) {
            jump(jump, index);
        } else if (instruction instanceof TableSwitchInsnNode choice) {
            List<Integer> numbers =
                    IntStream.rangeClosed(choice.min, choice.max).boxed().toList();
            choose(choice, numbers, choice.labels, choice.dflt);
        } else if (instruction instanceof LookupSwitchInsnNode choice) {
            choose(choice, choice.keys, choice.labels, choice.dflt);
        } else if (isReturn(instruction.getOpcode())) {
            boolean hasValue = instruction.getOpcode() != Opcodes.RETURN;
            builder.returns(hasValue ? Optional.of(stack.pop()) : Optional.empty(), here());
        } else if (instruction.getOpcode() == Opcodes.ATHROW) {
            builder.throwing(stack.pop(), here());
        } else {
            instructions.step(instruction);
        }
    }

    private static boolean isReturn(int opcode) {
        return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    }

    private void jump(JumpInsnNode jump, int index) {
        Block target = blocks.at(jump.label);
        int opcode = jump.getOpcode();
        if (opcode == Opcodes.JSR) {
            throw new IllegalArgumentException("subroutines are not supported");
        }
        if (opcode == Opcodes.GOTO) {
            stack.saveFor(target, true);
            builder.jump(target);
            return;
        }
        Value condition = Comparisons.condition(opcode, stack);
        Block next = blocks.at(index + 1);
        stack.saveFor(target, true);
        stack.saveFor(next, true);
        if (opcode == Opcodes.IFNE) {
            builder.branch(condition, target, next, here());
        } else {
            builder.branch(condition, next, target, here());
        }
    }

    private void choose(AbstractInsnNode choice, List<Integer> numbers, List<LabelNode> labels, LabelNode otherwise) {
        SwitchCases.Selector selector = cases.selector(choice, stack.pop());
        Map<Block, Set<CaseLabel>> targets = new LinkedHashMap<>();
        boolean known = true;
        for (int i = 0; i < labels.size(); i++) {
            Set<CaseLabel> chosenBy = targets.computeIfAbsent(blocks.at(labels.get(i)), t -> new LinkedHashSet<>());
            Optional<CaseLabel> label = selector.label(numbers.get(i));
            known &= label.isPresent() || labels.get(i) == otherwise;
            label.ifPresent(chosenBy::add);
        }
        targets.computeIfAbsent(blocks.at(otherwise), t -> new LinkedHashSet<>())
                .add(CaseLabel.Default.DEFAULT);
        targets.keySet().forEach(t -> stack.saveFor(t, true));
        List<Set<CaseLabel>> chosenBy = known ? List.copyOf(targets.values()) : List.of();
        builder.select(selector.value(), List.copyOf(targets.keySet()), chosenBy, here());
    }
}
