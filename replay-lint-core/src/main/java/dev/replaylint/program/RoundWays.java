package dev.replaylint.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The ways that control takes through rounds of a loop, gone back from the end of a round to its start. Ways on which an object would be
 * of none of the classes that its sealed type permits are left out.
 */
final class RoundWays {

    private static final int MOST = 4_000;
    private static final int LONGEST_CHAIN = 100;

    /** The end of a block, with what variables become on the way from there. */
    private record State(Block block, List<Value> values, boolean marked) {}

    private final Block header;
    private final Predicate<Site> marks;
    private final Program program;
    private final Map<Block, List<Block>> before = new IdentityHashMap<>();
    private final Set<State> seen = new HashSet<>();
    private final Deque<State> open = new ArrayDeque<>();

    RoundWays(List<Block> blocks, Block header, Predicate<Site> marks, Program program) {
        this.header = header;
        this.marks = marks;
        this.program = program;
        Deque<Block> reached = new ArrayDeque<>(List.of(blocks.get(0)));
        before.put(blocks.get(0), new ArrayList<>());
        while (!reached.isEmpty()) {
            Block block = reached.poll();
            block.successors.forEach(next -> connect(block, next, reached));
            block.exceptional.forEach(next -> connect(block, next, reached));
        }
    }

    private void connect(Block from, Block to, Deque<Block> reached) {
        List<Block> known = before.get(to);
        if (known == null) {
            known = new ArrayList<>();
            before.put(to, known);
            reached.add(to);
        }
        if (!known.contains(from)) {
            known.add(from);
        }
    }

    /** What rounds make of variables that are joined at their start; empty if there are too many ways. */
    Optional<Set<ControlFlow.Round>> find(List<Value.Join> variables) {
        Set<ControlFlow.Round> found = new HashSet<>();
        List<Value> atStart = List.copyOf(variables);
        before(header).stream()
                .filter(b -> !comesFromOutside(b))
                .forEach(b -> goBack(new State(header, atStart, false), b));
        while (!open.isEmpty() && seen.size() < MOST) {
            State state = open.poll();
            if (state.block() == header) {
                found.add(new ControlFlow.Round(state.values(), state.marked()));
            } else {
                before(state.block()).forEach(b -> goBack(state, b));
            }
        }
        return open.isEmpty() ? Optional.of(found) : Optional.empty();
    }

    private List<Block> before(Block block) {
        return before.getOrDefault(block, List.of());
    }

    private boolean comesFromOutside(Block end) {
        Set<Block> passed = new HashSet<>(Set.of(header));
        Deque<Block> ways = new ArrayDeque<>(List.of(end));
        while (!ways.isEmpty()) {
            Block block = ways.poll();
            if (passed.add(block)) {
                if (before(block).isEmpty()) {
                    return true;
                }
                ways.addAll(before(block));
            }
        }
        return false;
    }

    private void goBack(State from, Block to) {
        List<Value> values =
                from.values().stream().map(v -> on(v, from.block(), to)).toList();
        if (to.successors.contains(from.block()) && !isExcluded(to, from.block())) {
            add(new State(to, values, from.marked() || to.sites.stream().anyMatch(marks)));
        }
        if (to.exceptional.contains(from.block())) {
            add(new State(to, values, from.marked()));
        }
    }

    private void add(State state) {
        if (seen.add(state)) {
            open.add(state);
        }
    }

    private static Value on(Value value, Block joined, Block way) {
        return value instanceof Value.Join join && join.isAt(joined.number)
                ? join.allFrom(way).stream().findFirst().orElse(Value.Unknown.UNKNOWN)
                : value;
    }

    /** Whether the way from a test to where it fails is none: the tests before it and it itself leave no class that there could be. */
    private boolean isExcluded(Block test, Block next) {
        Optional<Value.Derived> failed = failed(test, next);
        if (failed.isEmpty()) {
            return false;
        }
        Value tested = failed.get().operands().get(0);
        String type = failed.get().testedType().orElseThrow();
        Set<String> excluded = new HashSet<>(Set.of(type));
        Block at = test;
        for (int i = 0; i < LONGEST_CHAIN && before(at).size() == 1; i++) {
            Block above = before(at).get(0);
            failed(above, at)
                    .filter(t -> t.operands().get(0).settled() == tested.settled()
                            || t.operands().get(0).equals(tested))
                    .flatMap(Value.Derived::testedType)
                    .ifPresent(excluded::add);
            at = above;
        }
        return excluded.size() > 1 && areAll(excluded, type, tested.settled());
    }

    /** The test for a class that fails on the way to the next block. */
    private static Optional<Value.Derived> failed(Block block, Block next) {
        boolean fails = block.successors.size() == 2 && block.successors.indexOf(next) == 1;
        return fails
                ? block.condition
                        .filter(Value.Derived.class::isInstance)
                        .map(Value.Derived.class::cast)
                        .filter(t -> t.testedType().isPresent())
                : Optional.empty();
    }

    /** Whether classes are all that there are of the type of a value; where the code does not name it, of all sealed types above. */
    private boolean areAll(Set<String> classes, String one, Value value) {
        Optional<String> declared = value instanceof Value.Result result
                ? Optional.of(result.call().target().resultClass())
                : Optional.empty();
        if (declared.filter(program::isProject).isPresent()) {
            return program.isCovered(declared.get(), classes);
        }
        List<String> sealed = program.supertypes(one).stream()
                .filter(s -> !s.equals(one) && program.isSealed(s))
                .toList();
        return !sealed.isEmpty() && sealed.stream().allMatch(s -> program.isCovered(s, classes));
    }
}
