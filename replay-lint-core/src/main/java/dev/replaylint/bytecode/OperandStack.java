package dev.replaylint.bytecode;

import dev.replaylint.program.Block;
import dev.replaylint.program.BodyBuilder;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operand stack (JVMS 2.6.2) as values; what lives across blocks, as in a conditional expression, becomes variables. */
final class OperandStack {

    /** A local variable. */
    record Slot(int number) {
        /** By hand, as {@code MethodKey}'s: what records make by themselves is slow until it is compiled. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Slot slot && slot.number == number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    private record StackSlot(int depth) {}

    /** A value with its size: {@code long} and {@code double} count twice for some instructions. */
    record Entry(Value value, boolean wide) {}

    private final BodyBuilder builder;
    private final Map<Block, List<Boolean>> shapes = new HashMap<>();
    private List<Entry> entries = new ArrayList<>();

    OperandStack(BodyBuilder builder) {
        this.builder = builder;
    }

    void push(Value value, boolean wide) {
        entries.add(new Entry(value, wide));
    }

    void push(Value value) {
        push(value, false);
    }

    Value pop() {
        return popEntry().value();
    }

    Entry popEntry() {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("the operand stack is empty");
        }
        return entries.remove(entries.size() - 1);
    }

    /** The topmost values, deepest first. */
    List<Value> pop(int count) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(pop());
        }
        Collections.reverse(values);
        return values;
    }

    /** Replaces all entries, as on entry to a handler (JVMS 2.10). */
    void replace(Value only) {
        entries = new ArrayList<>(List.of(new Entry(only, false)));
    }

    void replaceAll(Value from, Value to) {
        entries.replaceAll(e -> e.value() == from ? new Entry(to, e.wide()) : e);
    }

    /** Keeps the entries for a block that is jumped to from here. */
    void saveFor(Block target, boolean reachable) {
        if (!reachable) {
            return;
        }
        shapes.putIfAbsent(target, entries.stream().map(Entry::wide).toList());
        for (int i = 0; i < entries.size(); i++) {
            builder.write(new StackSlot(i), entries.get(i).value());
        }
    }

    void restore(Block block) {
        entries = new ArrayList<>();
        List<Boolean> shape = shapes.getOrDefault(block, List.of());
        for (int i = 0; i < shape.size(); i++) {
            entries.add(new Entry(builder.read(new StackSlot(i)).settled(), shape.get(i)));
        }
    }
}
