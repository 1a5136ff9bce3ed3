package dev.replaylint.bytecode;

import dev.replaylint.program.Block;
import dev.replaylint.program.BodyBuilder;
import dev.replaylint.program.Location;
import dev.replaylint.program.Names;
import dev.replaylint.program.TryRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The basic blocks of a method and the try ranges around them. */
final class BlockMap {

    /** A range of instructions with one handler. */
    private record Covered(int from, int to, TryRange range) {}

    private final InsnList code;
    private final String file;
    private final Map<Integer, Block> blocks = new LinkedHashMap<>();
    private final Map<Integer, List<String>> handlers = new HashMap<>();
    private final List<Covered> covered = new ArrayList<>();

    BlockMap(MethodNode method, String file, BodyBuilder builder) {
        this.code = method.instructions;
        this.file = file;
        TreeMap<Integer, Set<Integer>> successors = new TreeMap<>();
        starts(method).forEach(s -> successors.put(s, new TreeSet<>()));
        successors.forEach((start, next) -> {
            Integer end = successors.higherKey(start);
            next.addAll(successors(end == null ? code.size() : end));
            method.tryCatchBlocks.stream()
                    .filter(t -> code.indexOf(t.start) <= start && start < code.indexOf(t.end))
                    .forEach(t -> next.add(code.indexOf(t.handler)));
        });
        BlockOrder order = new BlockOrder(successors);
        for (int start : order.starts()) {
            blocks.put(start, order.isLedBackTo(start) ? builder.newLoopHeader() : builder.newBlock());
        }
        findRanges(method);
    }

    private Set<Integer> starts(MethodNode method) {
        Set<Integer> starts = new TreeSet<>(Set.of(0));
        for (int i = 0; i < code.size(); i++) {
            AbstractInsnNode instruction = code.get(i);
            List<LabelNode> targets = targets(instruction);
            for (LabelNode target : targets) {
                starts.add(code.indexOf(target));
            }
            if ((!targets.isEmpty() || leaves(instruction)) && i + 1 < code.size()) {
                starts.add(i + 1);
            }
        }
        for (TryCatchBlockNode tried : method.tryCatchBlocks) {
            starts.add(code.indexOf(tried.start));
            starts.add(code.indexOf(tried.end));
            starts.add(code.indexOf(tried.handler));
        }
        return starts;
    }

    private static boolean leaves(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        return opcode == Opcodes.ATHROW || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
    }

    /** Where the block that ends before this instruction leads to if nothing throws: its last instruction decides. */
    private List<Integer> successors(int end) {
        List<Integer> found = new ArrayList<>();
        AbstractInsnNode last = code.get(end - 1);
        targets(last).forEach(t -> found.add(code.indexOf(t)));
        boolean decides = last instanceof JumpInsnNode && last.getOpcode() != Opcodes.GOTO;
        if (end < code.size() && (decides || (found.isEmpty() && !leaves(last)))) {
            found.add(end);
        }
        return found;
    }

    private static List<LabelNode> targets(AbstractInsnNode instruction) {
        return switch (instruction.getType()) {
            case AbstractInsnNode.JUMP_INSN -> List.of(((JumpInsnNode) instruction).label);
            case AbstractInsnNode.TABLESWITCH_INSN ->
                all(((TableSwitchInsnNode) instruction).labels, ((TableSwitchInsnNode) instruction).dflt);
            case AbstractInsnNode.LOOKUPSWITCH_INSN ->
                all(((LookupSwitchInsnNode) instruction).labels, ((LookupSwitchInsnNode) instruction).dflt);
            default -> List.of();
        };
    }

    private static List<LabelNode> all(List<LabelNode> labels, LabelNode other) {
        List<LabelNode> all = new ArrayList<>(labels);
        all.add(other);
        return all;
    }

    /**
     * Handlers of the same ranges are the catch clauses of one {@code try}, which may have several ranges: every return leaves a gap. A
     * {@code try} further out shares single ranges with it, but covers its handlers, too.
     */
    private void findRanges(MethodNode method) {
        Map<LabelNode, Set<String>> all = new HashMap<>();
        for (TryCatchBlockNode tried : method.tryCatchBlocks) {
            all.computeIfAbsent(tried.handler, h -> new LinkedHashSet<>()).add(range(tried));
        }
        Map<String, List<TryCatchBlockNode>> byRange = new LinkedHashMap<>();
        for (TryCatchBlockNode tried : method.tryCatchBlocks) {
            String key = range(tried) + " of " + all.get(tried.handler);
            byRange.computeIfAbsent(key, r -> new ArrayList<>()).add(tried);
        }
        Map<List<Integer>, TryRange> known = new HashMap<>();
        for (List<TryCatchBlockNode> clauses : byRange.values()) {
            List<Integer> starts =
                    clauses.stream().map(c -> code.indexOf(c.handler)).toList();
            TryRange range = known.computeIfAbsent(starts, s -> range(clauses));
            TryCatchBlockNode first = clauses.get(0);
            covered.add(0, new Covered(code.indexOf(first.start), code.indexOf(first.end), range));
        }
    }

    private String range(TryCatchBlockNode tried) {
        return code.indexOf(tried.start) + "-" + code.indexOf(tried.end) + (tried.type == null ? " finally" : "");
    }

    private TryRange range(List<TryCatchBlockNode> clauses) {
        Map<Integer, List<String>> types = new LinkedHashMap<>();
        for (TryCatchBlockNode clause : clauses) {
            List<String> caught = types.computeIfAbsent(code.indexOf(clause.handler), h -> new ArrayList<>());
            if (clause.type != null) {
                caught.add(Names.binary(clause.type));
            }
        }
        List<TryRange.Handler> found = new ArrayList<>();
        types.forEach((start, caught) -> {
            handlers.put(start, caught);
            found.add(new TryRange.Handler(caught, at(start), new Location(file, lineAt(start), 0)));
        });
        return new TryRange(found);
    }

    /** The compiler gives the store of the exception the line of the {@code catch}, unless the code before is on it, too. */
    private int lineAt(int handler) {
        int first = handler;
        while (first < code.size() - 1 && code.get(first).getOpcode() < 0) {
            first++;
        }
        for (int i = first; i >= 0; i--) {
            if (code.get(i) instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }

    /** Where the blocks start, in the order in which they are to be read. */
    Set<Integer> starts() {
        return blocks.keySet();
    }

    boolean startsAt(int index) {
        return blocks.containsKey(index);
    }

    Block at(int index) {
        Block block = blocks.get(index);
        if (block == null) {
            throw new IllegalArgumentException("no block starts at instruction " + index);
        }
        return block;
    }

    Block at(LabelNode label) {
        return at(code.indexOf(label));
    }

    /** Types that the handler which starts here catches; empty types for a handler of everything. */
    Optional<List<String>> handlerAt(int index) {
        return Optional.ofNullable(handlers.get(index));
    }

    /** The ranges that cover an instruction, outermost first, without those whose handler it is in already. */
    List<TryRange> triesAt(int index) {
        List<TryRange> found = new ArrayList<>();
        for (Covered range : covered) {
            boolean inside = range.from() <= index && index < range.to();
            boolean itself = handlers.containsKey(index)
                    && range.range().handlers().stream().anyMatch(h -> startsHandler(h, index));
            if (inside && !itself && !found.contains(range.range())) {
                found.add(range.range());
            }
        }
        return found;
    }

    private boolean startsHandler(TryRange.Handler handler, int index) {
        return handler.startsAt(at(index));
    }
}
