package dev.replaylint.manifest;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.durable.Drift;
import dev.replaylint.durable.flow.Place;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The smallest explanation of a difference, on trees written as {@code step a, map m [step b], loop [..], either [..], or [..]}. */
final class TreeDiffTest {

    private static final Place NOWHERE = new Place(null, null);

    private static Arguments pair(String before, String after, String... expected) {
        return Arguments.of(before, after, List.of(expected));
    }

    static Stream<Arguments> pairs() {
        return Stream.of(sequences(), groups(), contexts(), names()).flatMap(s -> s);
    }

    private static Stream<Arguments> sequences() {
        return Stream.of(
                pair("step a, step b", "step a, step b"),
                pair("step a", "step a, step b", "unrecorded continues: step b"),
                pair(
                        "step a",
                        "step a, step b, wait c",
                        "unrecorded continues: step b",
                        "unrecorded continues: wait c"),
                pair("step a, step b", "step x, step a, step b", "inserted fails: step x | step a"),
                pair("step a, step b", "step a, step x, step b", "inserted fails: step x | step b"),
                pair("step a, step b", "step a, step a, step b", "inserted takes_result: step a | step b"),
                pair("step a, step b, step c", "step a, step c", "removed fails: step b | step c"),
                pair("step a, step a, step c", "step a, step c", "removed takes_result: step a | step c"),
                pair("step a, wait b", "step a", "removed orphaned: wait b"),
                pair("step a, step b", "step a", "removed orphaned: step b"),
                pair("step a, step b", "step a, step c", "renamed fails: step c | step b"),
                pair(
                        "step a, step b",
                        "step c, step d",
                        "renamed fails: step c | step a",
                        "renamed fails: step d | step b"),
                pair(
                        "step charge-card, step b",
                        "step x, step charge, step b",
                        "inserted fails: step x | step charge-card",
                        "renamed fails: step charge | step charge-card"),
                pair("step a, step b", "step b, step a", "reordered fails: step a | after step b"),
                pair("step a, step b, step c", "step c, step a, step b", "reordered fails: step c | before step a"),
                pair(
                        "step a, step b, step c",
                        "step c, step b, step a",
                        "reordered fails: step a | after step b",
                        "reordered fails: step b | after step c"),
                pair("step a, step b", "wait a, step b", "retyped fails: wait a | step a"),
                pair("step a, step b", "waitForCondition a, step b", "retyped fails: waitForCondition a | step a"),
                pair("step a, step b", "wait x, step b", "retyped fails: wait x | step a"),
                pair("step a", "", "removed orphaned: step a"),
                pair("", "step a", "unrecorded continues: step a"),
                pair("step a, step b", "step b", "removed fails: step a | step b"));
    }

    private static Stream<Arguments> groups() {
        return Stream.of(
                pair("loop [step a], step z", "loop [step a, step b], step z", "inserted fails: step b | step a"),
                pair("loop [step a]", "loop [step a, step b]", "inserted fails: step b | step a"),
                pair("loop [step a, wait w]", "loop [wait w]", "removed fails: step a | wait w"),
                pair("loop [step a, wait w]", "loop [step a]", "removed fails: wait w | step a"),
                pair("step a", "step a, loop [step b]", "unrecorded continues: step b"),
                pair("step a, step z", "loop [step a], step z", "inserted loop fails: step a | step z"),
                pair("step a", "loop [step a]", "inserted loop orphaned: step a"),
                pair("loop [step a], step z", "step a, step z", "removed loop fails: step a | step z"),
                pair("loop [step a]", "step a", "removed loop orphaned: step a"),
                pair("step a, step z", "either [step a], step z", "removed condition fails: step a | step z"),
                pair("step y, step a", "step y, either [step a]", "removed condition orphaned: step a"),
                pair("either [step a], step z", "step a, step z", "inserted condition fails: step a | step z"),
                pair("either [step a]", "step a", "unrecorded condition continues: step a"),
                pair("either [step a], or [step b]", "either [step b], or [step a]"),
                pair(
                        "either [step a], step z",
                        "either [step a], or [step b], step z",
                        "inserted fails: step b | step z"),
                pair("either [step a]", "either [step a], or [step b]", "unrecorded continues: step b"),
                pair(
                        "either [step a], or [step b], step z",
                        "either [step a], step z",
                        "removed fails: step b | step z"),
                pair("either [step a], or [step b]", "either [step a]", "removed orphaned: step b"),
                pair("either [step a], step z", "either [step a, step b], step z", "inserted fails: step b | step z"),
                pair("either [step a]", "either [step a, step b]", "unrecorded continues: step b"),
                pair("loop [either [step a]]", "loop [either [step a, step b]]", "inserted fails: step b | step a"),
                pair("step a, recursion Tree.visit", "step a, recursion Tree.walk"),
                pair(
                        "step a, recursion Tree.visit",
                        "step a, recursion Tree.visit, step b",
                        "unrecorded continues: step b"));
    }

    private static Stream<Arguments> contexts() {
        return Stream.of(
                pair(
                        "runInChildContext c [step a], step z",
                        "runInChildContext c [step a, step b], step z",
                        "unrecorded continues: step b"),
                pair("map m [step a], step z", "map m [step a, step b], step z", "unrecorded continues: step b"),
                pair("map m [step a], step z", "map m [step b, step a], step z", "inserted fails: step b | step a"),
                pair("map m [step a], step z", "map m [step b], step z", "renamed fails: step b | step a"),
                pair("map m [step a], step z", "map n [step a], step z", "renamed fails: map n | map m"),
                pair(
                        "step a, step z",
                        "runInChildContext c [step a], step z",
                        "inserted context fails: runInChildContext c | step a"),
                pair(
                        "step a, step b, step z",
                        "runInChildContext c [step a, step b], step z",
                        "inserted context fails: runInChildContext c | step a"),
                pair(
                        "step a, step z",
                        "runInChildContext c (virtual) [step a], step z",
                        "inserted context runs_again: runInChildContext c | step a"),
                pair(
                        "runInChildContext c [step a, step b], step z",
                        "step a, step b, step z",
                        "removed context fails: runInChildContext c | step a"),
                pair(
                        "step a, step b, step z",
                        "runInChildContext c [step a, step x, step b], step z",
                        "inserted context fails: runInChildContext c | step a",
                        "inserted fails: step x | step b"),
                pair("runInChildContext c [step a]", "runInChildContext c (virtual) [step a]"),
                pair("runInChildContext c (virtual) [step a]", "runInChildContext d (virtual) [step a]"),
                pair(
                        "withRetry c (virtual) [step a]",
                        "withRetry d (virtual) [step a]",
                        "renamed fails: withRetry d | withRetry c"),
                pair(
                        "runInChildContext c [step a]",
                        "withRetry c [step a]",
                        "retyped fails: withRetry c | runInChildContext c"),
                pair(
                        "parallel p [branch x [step a], branch y [step b]]",
                        "parallel p [branch x [step a], branch y [step b], branch z [step c]]",
                        "unrecorded continues: branch z"),
                pair(
                        "parallel p [branch x [step a], branch y [step b]]",
                        "parallel p [branch y [step b], branch x [step a]]",
                        "reordered fails: branch x | after branch y"),
                pair(
                        "runInChildContext c [step a, step b], step z",
                        "runInChildContext c [step a], step b, step z",
                        "reordered fails: step b | before step z"),
                pair(
                        "runInChildContext c [step a, step b]",
                        "runInChildContext c [step a], step b",
                        "reordered runs_again: step b | after runInChildContext c"),
                pair(
                        "runInChildContext c [step a], step z",
                        "step z, runInChildContext c [step a, step b]",
                        "reordered fails: runInChildContext c | after step z",
                        "unrecorded continues: step b"));
    }

    private static Stream<Arguments> names() {
        return Stream.of(
                pair("step item-{id}", "step item-{orderId}"),
                pair("step item-{index}", "step item-{id}", "renamed fails: step item-{id} | step item-{index}"),
                pair("step item-{id}", "step order-{id}", "renamed fails: step order-{id} | step item-{id}"),
                pair("step (computed)", "step item-{id}"),
                pair("step item", "step (computed)", "renamed fails: the step with a computed name | step item"),
                pair("step item", "step item-{id}", "renamed fails: step item-{id} | step item"),
                pair("step (unnamed)", "step item", "renamed fails: step item | the step without a name"),
                pair("step (unnamed), step (unnamed)", "step (unnamed)", "removed orphaned: the step without a name"),
                pair("step {{x}}", "step {x}", "renamed fails: step {x} | step {x}"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("pairs")
    void isTheSmallestExplanation(String before, String after, List<String> expected) {
        assertThat(drifts(before, after)).containsExactlyElementsIn(expected);
    }

    @Test
    void equalTreesHaveNoDifference() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            String tree = tree(random, 3);
            assertWithMessage(tree).that(drifts(tree, tree)).isEmpty();
        }
    }

    /** Whatever was changed, something is said unless nothing but compatible things changed, and nothing takes long. */
    @Test
    void differentTreesHaveADifference() {
        Random random = new Random(8);
        for (int i = 0; i < 300; i++) {
            String before = tree(random, 3);
            String after = before.replaceFirst("step [a-e]", "step new");
            if (!after.equals(before)) {
                assertWithMessage(before + " -> " + after)
                        .that(drifts(before, after))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void largeTreesAreComparedInTime() {
        String many =
                Stream.iterate(0, i -> i + 1).limit(900).map(i -> "step s" + i).collect(Collectors.joining(", "));
        String others = many.replace("step s", "step t");
        long start = System.nanoTime();
        assertThat(drifts(many, others)).hasSize(900);
        assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(10);
    }

    private static String tree(Random random, int depth) {
        StringBuilder tree = new StringBuilder("step root");
        for (int length = random.nextInt(4); length > 0; length--) {
            String name = String.valueOf((char) ('a' + random.nextInt(5)));
            String inside = depth > 0 && random.nextBoolean() ? " [" + tree(random, depth - 1) + "]" : "";
            String[] groups = {"loop", "either", "runInChildContext " + name, "map " + name};
            tree.append(", ").append(inside.isEmpty() ? "step " + name : groups[random.nextInt(4)] + inside);
        }
        return tree.toString();
    }

    private static List<String> drifts(String before, String after) {
        List<Node> declared = Node.recorded(Trees.entries(after));
        Script script = TreeDiff.of(Node.recorded(Trees.entries(before)), declared);
        return Explanation.of("H", script, NOWHERE).stream()
                .map(TreeDiffTest::text)
                .toList();
    }

    private static String text(Drift drift) {
        String how = drift.how() == Drift.How.PLAIN ? "" : drift.how().name().toLowerCase(Locale.ROOT) + " ";
        String other = drift.other().isEmpty() ? "" : " | " + Drift.plain(drift.other());
        return drift.kind().name().toLowerCase(Locale.ROOT) + " " + how
                + drift.outcome().name().toLowerCase(Locale.ROOT) + ": " + Drift.plain(drift.operation()) + other;
    }
}
