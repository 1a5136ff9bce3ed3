package dev.replaylint.durable;

import dev.replaylint.program.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the trees of all entry points. */
final class OperationTrees {

    private static final Comparator<Map.Entry<EntryPoint, Visit>> ORDER = Comparator.comparing(
                    (Map.Entry<EntryPoint, Visit> e) -> e.getKey().method())
            .thenComparing(e -> e.getValue().body().shape().location());

    private OperationTrees() {}

    static List<OperationTree> of(
            List<Map.Entry<EntryPoint, Visit>> starts,
            Program program,
            Reach reach,
            Repetition repetition,
            Fields fields) {
        List<OperationTree> trees = new ArrayList<>();
        starts.stream().sorted(ORDER).forEach(start -> {
            EntryPoint entry = start.getKey();
            boolean handler = entry.kind() == EntryPoint.Kind.HANDLER;
            Optional<String> self = Optional.of(entry.method().owner()).filter(o -> handler);
            Inliner inliner = new Inliner(program, reach, repetition, new ValueTrail(program, fields));
            trees.add(new OperationTree(entry, inliner.context(CallFrame.entry(start.getValue(), self))));
        });
        return List.copyOf(trees);
    }
}
