package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.report.Report;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A helper that all handlers hand their functions to runs those of the last one as it does those of the first. */
final class SharedHelperTest {

    private static final int HANDLERS = 60;

    private static final String HELPER = """
            package shop;

            import java.util.function.Supplier;
            import software.amazon.lambda.durable.DurableContext;

            final class Steps {
                static <T> T run(DurableContext ctx, String name, Class<T> type, Supplier<T> body) {
                    return ctx.step("run-" + name, type, () -> body.get());
                }
            }
            """;

    private static final String HANDLER = """
            package shop;

            import java.time.Instant;
            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;

            public class Handler%1$d extends DurableHandler<String, String> {
                @Override
                public String handleRequest(String order, DurableContext ctx) {
                    String at = Steps.run(ctx, "at", String.class, () -> Instant.now().toString());
                    return Steps.run(ctx, "all", String.class, () -> ctx.step("inner", String.class, () -> at));
                }
            }
            """;

    /** One handler, of which each step goes through two helpers. */
    private static final String MANY = """
            package shop;

            import java.time.Instant;
            import java.util.function.Supplier;
            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;

            public class Many extends DurableHandler<String, String> {
                @Override
                public String handleRequest(String order, DurableContext ctx) {
                    StringBuilder text = new StringBuilder();
            %1$s
                    return text.toString();
                }

                private static String traced(DurableContext ctx, String name, Supplier<String> body) {
                    return Steps.run(ctx, name, String.class, () -> "<" + body.get() + ">");
                }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void functionsOfEachHandlerAreFollowed() {
        Map<String, String> files = new HashMap<>(Map.of("shop/Steps.java", HELPER));
        for (int i = 0; i < HANDLERS; i++) {
            files.put("shop/Handler" + i + ".java", HANDLER.formatted(i));
        }
        assertThat(nested(analyze(files))).isEqualTo(HANDLERS);
    }

    @Test
    void functionsOfOneLargeHandlerAreFollowed() {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < HANDLERS; i++) {
            steps.append("text.append(traced(ctx, \"s" + i + "\", () -> ctx.step(\"i" + i
                    + "\", String.class, () -> Instant.now().toString())));\n");
        }
        Map<String, String> files =
                Map.of("shop/Steps.java", HELPER, "shop/Many.java", MANY.formatted(steps.toString()));
        assertThat(nested(analyze(files))).isEqualTo(HANDLERS);
    }

    private static long nested(Report report) {
        assertThat(report.problems()).isEmpty();
        return report.findings().stream()
                .filter(f -> f.rule().equals("nested-operation"))
                .count();
    }

    private Report analyze(Map<String, String> files) {
        return new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Sources(
                        List.of(Programs.write(directory, files)),
                        List.of(),
                        Fixtures.classPath(),
                        StandardCharsets.UTF_8))
                .report();
    }
}
