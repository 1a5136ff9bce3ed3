package dev.replaylint.manifest;

import dev.replaylint.durable.name.OperationName;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/** Finds nodes that are gone at one place and new at another: they moved. */
final class Moves {

    private final List<Loose> gone;
    private final List<Loose> added;

    /** Both lists lose what moved. */
    Moves(List<Loose> gone, List<Loose> added) {
        this.gone = gone;
        this.added = added;
    }

    /** Tells each move; first those that took everything inside along unchanged. */
    void each(BiConsumer<Loose, Loose> move) {
        each(move, (a, b) -> a.entry().equals(b.entry()));
        each(move, Moves::sameConstant);
    }

    private void each(BiConsumer<Loose, Loose> move, BiPredicate<Node, Node> same) {
        for (Loose from : List.copyOf(gone)) {
            Optional<Loose> to =
                    added.stream().filter(a -> same.test(from.node(), a.node())).findFirst();
            if (to.isPresent()) {
                gone.remove(from);
                added.remove(to.get());
                move.accept(from, to.get());
            }
        }
    }

    private static boolean sameConstant(Node a, Node b) {
        return a.operation().isPresent()
                && b.operation().isPresent()
                && a.operation().get().kind() == b.operation().get().kind()
                && a.operation().get().name().kind() == OperationName.Kind.CONSTANT
                && a.operation().get().name().equals(b.operation().get().name());
    }
}
