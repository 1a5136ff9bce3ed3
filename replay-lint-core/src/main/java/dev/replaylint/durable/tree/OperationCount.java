package dev.replaylint.durable.tree;

import dev.replaylint.durable.loop.Amount;
import dev.replaylint.durable.loop.Quantity;
import dev.replaylint.durable.tree.OperationNode.Op;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many operations one execution makes, its own start included.
 *
 * @param best the fewest on a way that ends well: distinct operations, each tried once
 * @param worst the most, counting each retry and poll as the service meters them
 * @param quantities what the figures depend on, in the order of their letters
 * @param uncertain what the figures take for granted, a sentence each
 * @param letters new indices of the quantities in the tree, which has more of them
 * @param each what each operation of the tree comes to at worst, without those that it starts; by identity
 */
public record OperationCount(
        Amount best,
        Amount worst,
        List<Quantity> quantities,
        List<String> uncertain,
        Map<Integer, Integer> letters,
        Map<Op, Amount> each) {

    public OperationCount {
        quantities = List.copyOf(quantities);
        uncertain = List.copyOf(uncertain);
        letters = Map.copyOf(letters);
    }

    /** The operation that most of the worst case comes from, the first of several; empty if there is none. */
    public Optional<Op> costliest() {
        return each.entrySet().stream()
                .max(Comparator.<Map.Entry<Op, Amount>>comparingLong(
                                e -> e.getValue().least().orElse(0))
                        .thenComparing(e -> e.getKey().location(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    /** An amount of the tree, with the letters of this count. */
    public Amount lettered(Amount ofTree) {
        return ofTree.renumbered(letters);
    }
}
