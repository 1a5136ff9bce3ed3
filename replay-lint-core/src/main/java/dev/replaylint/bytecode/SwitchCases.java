package dev.replaylint.bytecode;

import dev.replaylint.bytecode.OperandStack.Slot;
import dev.replaylint.program.BodyBuilder;
import dev.replaylint.program.CaseLabel;
import dev.replaylint.program.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Finds out what the source selects by: javac numbers texts and constants of enums, and selects by the number. */
final class SwitchCases {

    /**
     * What a {@code switch} selects by.
     *
     * @param labels by the numbers that stand for them; empty if the numbers stand for themselves
     */
    record Selector(Value value, Map<Integer, CaseLabel> labels) {

        /** The label of a case. */
        Optional<CaseLabel> label(int number) {
            return labels.isEmpty()
                    ? Optional.of(new CaseLabel.Constant(number))
                    : Optional.ofNullable(labels.get(number));
        }
    }

    private final BodyBuilder builder;
    private final SwitchMaps maps;

    SwitchCases(BodyBuilder builder, SwitchMaps maps) {
        this.builder = builder;
        this.maps = maps;
    }

    /** What is selected by at this instruction, which takes a number. */
    Selector selector(AbstractInsnNode choice, Value number) {
        return ofEnum(number).or(() -> ofTexts(choice)).orElseGet(() -> new Selector(number, Map.of()));
    }

    /** Of {@code $SwitchMap$E[e.ordinal()]}. */
    private Optional<Selector> ofEnum(Value number) {
        if (!(number instanceof Value.Derived derived)
                || !derived.operator().equals("[]")
                || !(derived.operands().get(0) instanceof Value.Element element)
                || !(element.array() instanceof Value.FieldValue table)
                || !(derived.operands().get(1) instanceof Value.Result ordinal)
                || !SwitchMaps.isOne(table.read().field())) {
            return Optional.empty();
        }
        Map<Integer, CaseLabel> labels = maps.labels(table.read().field());
        return ordinal.call().receiver().filter(r -> !labels.isEmpty()).map(r -> new Selector(r, labels));
    }

    /** Of {@code int n = -1; if (s.equals("a")) n = 0; ... switch (n)}. */
    private Optional<Selector> ofTexts(AbstractInsnNode choice) {
        Backwards before = new Backwards(choice);
        Optional<Integer> number = before.variable(Opcodes.ILOAD);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, CaseLabel> labels = new HashMap<>();
        int text = -1;
        for (AbstractInsnNode at = choice; at != null; at = at.getPrevious()) {
            if (at instanceof VarInsnNode store && at.getOpcode() == Opcodes.ISTORE && store.var == number.get()) {
                Optional<Numbered> numbered = numbered(at);
                if (numbered.isEmpty() || text >= 0 && numbered.get().variable() != text) {
                    return isStart(at) ? selector(text, labels) : Optional.empty();
                }
                text = numbered.get().variable();
                labels.put(
                        numbered.get().number(),
                        new CaseLabel.Constant(numbered.get().text()));
            }
        }
        return Optional.empty();
    }

    private Optional<Selector> selector(int text, Map<Integer, CaseLabel> labels) {
        return labels.isEmpty() ? Optional.empty() : Optional.of(new Selector(builder.read(new Slot(text)), labels));
    }

    private static boolean isStart(AbstractInsnNode store) {
        return new Backwards(store).constant().filter(c -> c == -1).isPresent();
    }

    private record Numbered(int number, String text, int variable) {}

    /** Of {@code if (s.equals("a")) n = 0}. */
    private static Optional<Numbered> numbered(AbstractInsnNode store) {
        Backwards before = new Backwards(store);
        Optional<Integer> number = before.constant();
        boolean isTest = before.opcode(Opcodes.IFEQ) && before.call("equals");
        Optional<String> text = before.text();
        Optional<Integer> variable = before.variable(Opcodes.ALOAD);
        return number.isPresent() && isTest && text.isPresent() && variable.isPresent()
                ? Optional.of(new Numbered(number.get(), text.get(), variable.get()))
                : Optional.empty();
    }
}
