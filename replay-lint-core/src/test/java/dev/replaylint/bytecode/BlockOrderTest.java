package dev.replaylint.bytecode;

import static com.google.common.truth.Truth.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Blocks are read after those that lead to them, wherever the compiler put them. */
final class BlockOrderTest {

    private static BlockOrder order(Map<Integer, Set<Integer>> successors) {
        return new BlockOrder(new TreeMap<>(successors));
    }

    @Test
    void aLoopThatTestsFirstIsReadAsItIsWritten() {
        BlockOrder order = order(Map.of(0, Set.of(1), 1, Set.of(2, 3), 2, Set.of(1), 3, Set.of()));
        assertThat(order.starts()).containsExactly(0, 1, 2, 3).inOrder();
        assertThat(order.isLedBackTo(1)).isTrue();
        assertThat(order.isLedBackTo(2)).isFalse();
    }

    @Test
    void aTestBehindTheLoopIsReadBeforeIt() {
        BlockOrder order = order(Map.of(0, Set.of(2), 1, Set.of(2), 2, Set.of(1, 3), 3, Set.of()));
        assertThat(order.starts()).containsExactly(0, 2, 1, 3).inOrder();
        assertThat(order.isLedBackTo(2)).isTrue();
        assertThat(order.isLedBackTo(1)).isFalse();
    }

    @Test
    void branchesAreReadBeforeWhereTheyMeet() {
        BlockOrder order = order(Map.of(0, Set.of(3, 2), 1, Set.of(), 2, Set.of(1), 3, Set.of(1)));
        assertThat(order.starts()).containsExactly(0, 2, 3, 1).inOrder();
    }

    @Test
    void aBlockCanLeadToItself() {
        BlockOrder order = order(Map.of(0, Set.of(0, 1), 1, Set.of()));
        assertThat(order.isLedBackTo(0)).isTrue();
        assertThat(order.starts()).containsExactly(0, 1).inOrder();
    }

    @Test
    void loopsWithTwoWaysInAreReadOnce() {
        BlockOrder order = order(Map.of(0, Set.of(1, 2), 1, Set.of(2), 2, Set.of(1)));
        assertThat(order.starts()).hasSize(3);
        assertThat(order.isLedBackTo(1) || order.isLedBackTo(2)).isTrue();
    }

    @Test
    void whatNothingLeadsToComesLast() {
        BlockOrder order = order(Map.of(0, Set.of(2), 1, Set.of(2), 2, Set.of()));
        assertThat(order.starts()).containsExactly(0, 2, 1).inOrder();
        assertThat(order.isLedBackTo(2)).isTrue();
    }

    @Test
    void longMethodsDoNotOverflowTheStack() {
        Map<Integer, Set<Integer>> successors = new TreeMap<>();
        IntStream.range(0, 100_000).forEach(i -> successors.put(i, Set.of(i + 1)));
        successors.put(100_000, Set.of());
        assertThat(order(successors).starts()).hasSize(100_001);
    }
}
