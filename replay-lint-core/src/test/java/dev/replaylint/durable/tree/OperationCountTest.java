package dev.replaylint.durable.tree;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.durable.ReplayModel;
import dev.replaylint.durable.loop.Amount;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many operations small handlers make, computed by hand in the header of each, and the fixtures in both front ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OperationCountTest {

    private static final Path CASES = Path.of("src/test/resources/counts/handlers.txt");

    private static final String COMMON = """
            package shop;

            import java.util.List;

            record Order(String id, boolean vip, List<Item> items, List<String> tags, Channel channel) {}

            record Item(String sku, int count) {}

            enum Channel { MAIL, PHONE }

            interface Api {
                String call(String what);
            }
            """;

    private static final String FRAME = """
            package shop;

            import java.time.Duration;
            import java.util.*;
            import java.util.stream.*;
            import software.amazon.lambda.durable.*;
            import software.amazon.lambda.durable.config.*;
            import software.amazon.lambda.durable.model.*;
            import software.amazon.lambda.durable.retry.*;

            final class %s extends DurableHandler<Order, String> {
                Api api;

                @Override
                public String handleRequest(Order order, DurableContext ctx) {
            %s
                }
            %s
            }
            """;

    private Map<String, String> fromSources = Map.of();
    private Map<String, String> fromClasses = Map.of();

    /**
     * A handler.
     *
     * @param expected the hand-computed header
     */
    private record Case(String name, String type, String expected, String body, String members) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String text : Files.readString(CASES).split("(?m)^#### ")) {
            if (!text.isBlank()) {
                String[] parts = text.split("(?m)^----( members)?\n");
                int line = parts[0].indexOf('\n');
                cases.add(new Case(
                        parts[0].substring(0, line),
                        "Handler" + cases.size(),
                        parts[0].substring(line + 1),
                        parts[1],
                        parts.length > 2 ? parts[2] : ""));
            }
        }
        return cases;
    }

    @BeforeAll
    void analyze(@TempDir Path directory) throws IOException {
        Map<String, String> files = new LinkedHashMap<>(Map.of("shop/Order.java", COMMON));
        cases().forEach(c -> files.put("shop/" + c.type() + ".java", FRAME.formatted(c.type(), c.body(), c.members())));
        Path root = Programs.write(directory.resolve("src"), files);
        Path classes = Programs.compile(root, directory.resolve("classes"), Fixtures.classPath());
        fromSources = Programs.fromSources(root, Fixtures.classPath(), OperationCountTest::handlers);
        fromClasses = Programs.fromClasses(classes, Fixtures.classPath(), OperationCountTest::handlers);
    }

    private static Map<String, String> handlers(ReplayModel model) {
        Map<String, String> counts = new TreeMap<>();
        model.operationTrees()
                .forEach(t -> counts.put(
                        t.entry().method().simpleOwner(), text(model.naming().count(t))));
        return counts;
    }

    private static String text(OperationCount count) {
        StringBuilder text = new StringBuilder();
        text.append("best: ")
                .append(count.best())
                .append("\nworst: ")
                .append(count.worst())
                .append('\n');
        count.quantities()
                .forEach(q ->
                        text.append(q.letter()).append(": ").append(q.what()).append('\n'));
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void countIsAsComputedByHand(Case handler) {
        assertWithMessage("sources of " + handler.name() + "\n" + handler.body())
                .that(fromSources.get(handler.type()))
                .isEqualTo(handler.expected());
        assertWithMessage("class files of " + handler.name() + "\n" + handler.body())
                .that(fromClasses.get(handler.type()))
                .isEqualTo(handler.expected());
    }

    @Test
    void thereAreEnoughHandlers() throws IOException {
        assertThat(cases().size()).isAtLeast(40);
    }

    @Test
    void fixturesHaveTheSameCountsInBothFrontEnds() {
        List<String> sources = Programs.fromSources(Fixtures.sources(), Fixtures.classPath(), OperationCountTest::all);
        List<String> classes = Programs.fromClasses(Fixtures.classes(), Fixtures.classPath(), OperationCountTest::all);
        assertWithMessage("class files against sources")
                .that(String.join("\n", classes))
                .isEqualTo(String.join("\n", sources));
    }

    private static List<String> all(ReplayModel model) {
        return model.operationTrees().stream()
                .map(t -> t.entry().label() + "\n" + text(model.naming().count(t)))
                .toList();
    }

    @Test
    void numbersThatNobodyCanCountStayTheGreatest() {
        Amount most = Amount.of(Long.MAX_VALUE);
        assertThat(Arrays.asList(most.plus(Amount.ONE), most.times(Amount.of(3))))
                .containsExactly(most, most);
        assertThat(Amount.NONE.times(Amount.UNBOUNDED)).isEqualTo(Amount.NONE);
        assertThat(Amount.of(4200).plus(Amount.ofQuantity(0)).toString()).isEqualTo("4,200 + n");
    }
}
