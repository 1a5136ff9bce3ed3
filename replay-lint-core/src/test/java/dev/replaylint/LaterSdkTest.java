package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.program.Problem;
import dev.replaylint.report.Report;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations that the SDK will have one day: nothing is made up about them, and it is said that they were not checked. */
final class LaterSdkTest {

    /** Static operations, and an operation on a context that takes the name that others have, or gives a future. */
    private static final Map<String, String> LATER = Map.of(
            "sdk/software/amazon/lambda/durable/StaticOperations.java",
            """
                    package software.amazon.lambda.durable;
                    import java.time.Duration;
                    import java.util.function.Supplier;
                    public final class StaticOperations {
                        public static <T> T step(String name, Class<T> type, Supplier<T> function) { return function.get(); }
                        public static void wait(String name, Duration duration) {}
                    }
                    """,
            "sdk/software/amazon/lambda/durable/GraphContext.java",
            """
                    package software.amazon.lambda.durable;
                    import java.util.function.Function;
                    public interface GraphContext extends DurableContext {
                        <T> T graph(String name, Function<GraphContext, T> function);
                        DurableFuture<String> signal(String name);
                        String attribute(String name);
                    }
                    """);

    private static final String HANDLER = """
            package shop;
            import java.time.Duration;
            import java.util.UUID;
            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;
            import software.amazon.lambda.durable.GraphContext;
            import software.amazon.lambda.durable.StaticOperations;
            public class Shop extends DurableHandler<String, String> {
                @Override public String handleRequest(String order, DurableContext ctx) {
                    String id = StaticOperations.step("id", String.class, () -> UUID.randomUUID().toString());
                    StaticOperations.wait("day", Duration.ofDays(1));
                    GraphContext graph = (GraphContext) ctx;
                    String paid = graph.graph("pay", g -> UUID.randomUUID() + g.attribute("currency"));
                    String sent = graph.signal("sent").get() + StaticOperations.step("end", String.class, () -> "end");
                    return ctx.step("done", String.class, s -> id + paid + sent);
                }
            }
            """;

    @TempDir
    private Path directory;

    private List<Path> classPath;

    @BeforeEach
    void write() {
        Programs.write(directory, LATER);
        Programs.write(directory, Map.of("src/shop/Shop.java", HANDLER));
        classPath = new ArrayList<>(Fixtures.classPath());
        classPath.add(Programs.compile(directory.resolve("sdk"), directory.resolve("classes"), Fixtures.classPath()));
    }

    private static void check(Report report) {
        assertThat(report.findings()).isEmpty();
        assertThat(report.problems().stream().map(Problem::reason))
                .containsExactly(
                        unknown("StaticOperations.step", " (2 calls)"),
                        unknown("StaticOperations.wait", ""),
                        unknown("GraphContext.graph", ""),
                        unknown("GraphContext.signal", ""))
                .inOrder();
        assertThat(report.problems().stream().map(Problem::line))
                .containsExactly(10, 11, 13, 14)
                .inOrder();
        assertThat(report.incomplete()).isFalse();
    }

    private static String unknown(String method, String calls) {
        return "`" + method + "` is no operation of the SDKs that this version knows, so what it runs is not checked"
                + calls;
    }

    @Test
    void whatTheyRunIsNotCheckedInSources() {
        ReplayLint.Sources sources =
                new ReplayLint.Sources(List.of(directory.resolve("src")), List.of(), classPath, StandardCharsets.UTF_8);
        check(new ReplayLint(Configuration.defaults()).analyze(sources).report());
    }

    @Test
    void whatTheyRunIsNotCheckedInClasses() {
        Path classes = Programs.compile(directory.resolve("src"), directory.resolve("out"), classPath);
        check(new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Classes(List.of(classes), classPath))
                .report());
    }
}
