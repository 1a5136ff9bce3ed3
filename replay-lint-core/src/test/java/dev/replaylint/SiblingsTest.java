package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.report.Report;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other modules of a build are entered from the module that is looked at, and are otherwise none of its business. */
final class SiblingsTest {

    private static final String HANDLER = """
            package %1$s;

            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;

            public class Handler extends DurableHandler<String, String> {
                @Override
                public String handleRequest(String order, DurableContext ctx) {
                    return ctx.step("charge-" + %2$s, String.class, step -> order);
                }
            }
            """;

    private static final String CLOCK = """
            package billing;

            public final class Clock {
                public static long now() {
                    return System.currentTimeMillis();
                }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void handlersOfOtherModulesAreTheirsToReport() {
        Report report = analyze(HANDLER.formatted("shop", "order.length()"));
        assertThat(report.findings()).isEmpty();
        assertThat(report.coverage().handlers()).isEqualTo(1);
        assertThat(report.coverage().operations()).isEqualTo(1);
    }

    @Test
    void whatHandlersReachInOtherModulesIsReported() {
        Report report = analyze(HANDLER.formatted("shop", "billing.Clock.now()"));
        assertThat(report.findings().stream()
                        .map(f -> f.rule() + " " + f.location().file())
                        .toList())
                .containsExactly("unstable-operation-name shop/Handler.java", "wall-clock billing/Clock.java");
    }

    private Report analyze(String handler) {
        Path own = Programs.write(directory.resolve("own"), Map.of("shop/Handler.java", handler));
        Path other = Programs.write(
                directory.resolve("other"),
                Map.of(
                        "billing/Handler.java",
                        HANDLER.formatted("billing", "System.nanoTime()"),
                        "billing/Clock.java",
                        CLOCK));
        return new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Sources(
                        List.of(own), List.of(other), Fixtures.classPath(), StandardCharsets.UTF_8))
                .report();
    }
}
