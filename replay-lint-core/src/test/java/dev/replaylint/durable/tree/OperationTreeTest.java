package dev.replaylint.durable.tree;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.durable.ReplayModel;
import dev.replaylint.durable.sdk.EntryPoint;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The trees of small handlers, and of all fixtures, in both front ends. A file in {@code trees} has one or more handlers that mean the
 * same, and the tree that all of them have.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OperationTreeTest {

    private static final Path TREES = Path.of("src/test/resources/trees");

    private static final String COMMON = """
            package shop;

            import java.util.List;

            record Order(String id, String customer, boolean vip, List<Item> items, Channel channel) {}

            record Item(String sku, int count) {}

            enum Channel {
                MAIL("by-mail"), PHONE("by-phone");

                private final String label;

                Channel(String label) {
                    this.label = label;
                }

                String label() {
                    return label;
                }
            }

            interface Api {
                String call(String what);
            }

            final class Names {
                static final String PREFIX = "order-";
                static final String CHARGE = PREFIX + "charge";

                static String of(String part) {
                    return PREFIX + part;
                }
            }
            """;

    private static final String FRAME = """
            package shop;

            import java.time.Duration;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            import java.util.stream.*;
            import software.amazon.lambda.durable.*;
            import software.amazon.lambda.durable.config.*;
            import software.amazon.lambda.durable.model.*;

            abstract class %1$sBase extends DurableHandler<Order, String> {
                Api api;

            %3$s
            }

            final class %1$s extends %1$sBase {
            %2$s
            }
            """;

    private Map<String, String> fromSources = Map.of();
    private Map<String, String> fromClasses = Map.of();

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(TREES)) {
            return files.map(f -> f.getFileName().toString().replace(".txt", "")).sorted().toList().stream();
        }
    }

    @BeforeAll
    void analyze(@TempDir Path directory) throws IOException {
        Map<String, String> files = new LinkedHashMap<>(Map.of("shop/Order.java", COMMON));
        for (String name : cases().toList()) {
            List<String> variants = variants(name);
            for (int i = 0; i < variants.size(); i++) {
                String handler = name + (i + 1);
                String[] parts = variants.get(i).split("(?m)^==== in the base class\n");
                String base = parts.length > 1 ? parts[1] : "";
                files.put("shop/" + handler + ".java", FRAME.formatted(handler, parts[0], base));
            }
        }
        Path root = Programs.write(directory.resolve("src"), files);
        List<Path> classPath = Fixtures.classPath();
        Path classes = Programs.compile(root, directory.resolve("classes"), classPath);
        fromSources = Programs.fromSources(root, classPath, OperationTreeTest::handlers);
        fromClasses = Programs.fromClasses(classes, classPath, OperationTreeTest::handlers);
    }

    private static Map<String, String> handlers(ReplayModel model) {
        Map<String, String> trees = new TreeMap<>();
        for (OperationTree tree : model.operationTrees()) {
            if (tree.entry().kind() == EntryPoint.Kind.HANDLER) {
                trees.put(tree.entry().method().simpleOwner(), tree.text());
            }
        }
        return trees;
    }

    private static List<String> variants(String name) throws IOException {
        String[] parts = Files.readString(TREES.resolve(name + ".txt")).split("(?m)^---- tree\n");
        return List.of(parts[0].split("(?m)^==== the same as\n"));
    }

    private static String expected(String name) throws IOException {
        return Files.readString(TREES.resolve(name + ".txt")).split("(?m)^---- tree\n")[1];
    }

    @ParameterizedTest
    @MethodSource("cases")
    void treeIsAsExpected(String name) throws IOException {
        List<String> variants = variants(name);
        for (int i = 0; i < variants.size(); i++) {
            String handler = name + (i + 1);
            assertWithMessage("sources of " + handler + "\n" + variants.get(i))
                    .that(fromSources.get(handler))
                    .isEqualTo(expected(name));
            assertWithMessage("class files of " + handler + "\n" + variants.get(i))
                    .that(fromClasses.get(handler))
                    .isEqualTo(expected(name));
        }
    }

    @Test
    void helpersThatDoubleEndSomewhere(@TempDir Path directory) {
        StringBuilder code = new StringBuilder("""
                package shop;

                import software.amazon.lambda.durable.*;

                class Doubling extends DurableHandler<String, String> {
                    @Override
                    public String handleRequest(String order, DurableContext ctx) {
                        return h0(ctx);
                    }

                    String h40(DurableContext ctx) {
                        return ctx.step("x", String.class, s -> "x");
                    }
                """);
        for (int i = 0; i < 40; i++) {
            code.append("String h%1$d(DurableContext ctx) { return h%2$d(ctx) + h%2$d(ctx); }%n".formatted(i, i + 1));
        }
        Path root = Programs.write(directory, Map.of("shop/Doubling.java", code + "}\n"));
        Map<String, String> trees = Programs.fromSources(root, Fixtures.classPath(), OperationTreeTest::handlers);
        assertWithMessage("cut tree").that(trees.get("Doubling")).contains("recursion Doubling.h");
    }

    @Test
    void fixturesHaveTheSameTreesInBothFrontEnds() {
        List<String> sources = Programs.fromSources(Fixtures.sources(), Fixtures.classPath(), OperationTreeTest::all);
        List<String> classes = Programs.fromClasses(Fixtures.classes(), Fixtures.classPath(), OperationTreeTest::all);
        assertWithMessage("class files against sources")
                .that(String.join("\n", classes))
                .isEqualTo(String.join("\n", sources));
    }

    private static List<String> all(ReplayModel model) {
        List<String> trees = new ArrayList<>();
        model.operationTrees().forEach(t -> trees.add(t.entry().label() + "\n" + t.text()));
        return trees;
    }
}
