package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.replaylint.rule.Budget;
import dev.replaylint.rule.Finding;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many operations the configuration allows a handler. */
final class BudgetTest {

    private static final String HANDLER = """
            package shop;

            import java.time.Duration;
            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;

            public final class %1$s extends DurableHandler<String, String> {
                @Override
                public String handleRequest(String order, DurableContext ctx) {
                    for (int i = 0; i < 8; i++) {
                        ctx.wait("pause-" + i, Duration.ofMinutes(1));
                    }
                    return ctx.invoke("bill", "billing:1", order, String.class);
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void handlersHaveBudgetsOfTheirOwn() throws Exception {
        List<Finding> findings = findings("""
                budget:
                  operations: 9
                  handlers:
                    shop.Nightly: 20
                    shop.Daily: 11
                """);
        assertThat(findings.stream()
                        .map(f -> f.severity().label() + " " + f.location().file() + " " + f.message())
                        .toList())
                .containsExactly(
                        "warning shop/Daily.java an execution of `Daily.handleRequest` makes 10 operations, close to its"
                                + " budget of 11: this `wait` alone makes 8 of them",
                        "error shop/Hourly.java an execution of `Hourly.handleRequest` makes 10 operations, more than its"
                                + " budget of 9: this `wait` alone makes 8 of them");
    }

    @Test
    void withoutOneTheServiceDecides() throws Exception {
        assertThat(findings("severities: {}")).isEmpty();
        assertThat(Budget.ofService().of("shop.Hourly")).isEqualTo(3_000);
    }

    private List<Finding> findings(String configuration) throws Exception {
        Path sources = Programs.write(
                directory.resolve("src"),
                Map.of(
                        "shop/Hourly.java", HANDLER.formatted("Hourly"),
                        "shop/Daily.java", HANDLER.formatted("Daily"),
                        "shop/Nightly.java", HANDLER.formatted("Nightly")));
        return new ReplayLint(read(configuration))
                .analyze(new ReplayLint.Sources(
                        List.of(sources), List.of(), Fixtures.classPath(), StandardCharsets.UTF_8))
                .report()
                .findings();
    }

    private Configuration read(String text) throws ConfigurationReader.Invalid, IOException {
        Path file = Files.writeString(directory.resolve("replay-lint.yml"), text);
        return ConfigurationReader.read(Optional.of(file), List.of(), List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "budget: 500 | 1:9: budget must be a mapping",
                "budget: {operations: 0} | 1:22: a budget is a number of operations from 1 to 3000, not `0`",
                "budget: {operations: 3001} | 1:22: a budget is a number of operations from 1 to 3000, not `3001`",
                "budget: {operations: many} | 1:22: a budget is a number of operations from 1 to 3000, not `many`",
                "budget: {handlers: {shop.Daily: -1}} | 1:33: a budget is a number of operations from 1 to 3000, not `-1`",
                "budget: {handler: {shop.Daily: 1}} | 1:10: there is no key `handler`; did you mean `handlers`?",
            })
    void whatIsNoBudgetIsRefused(String text, String message) {
        var invalid = assertThrows(ConfigurationReader.Invalid.class, () -> read(text));
        assertThat(invalid).hasMessageThat().endsWith(message);
        assertThat(invalid).hasMessageThat().contains("replay-lint.yml");
    }
}
