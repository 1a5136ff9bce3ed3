package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.catalog.Catalog;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Problem;
import dev.replaylint.report.Report;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import dev.replaylint.rules.Rules;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that fails: it is named with what it fails on, and the others go on. */
final class RuleRunTest {

    private static final String HANDLER = """
            package shop;
            import java.time.Instant;
            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;
            public class %s extends DurableHandler<String, String> {
                @Override public String handleRequest(String order, DurableContext ctx) {
                    Instant now = Instant.now();
                    return ctx.step("pay", String.class, step -> "paid at " + now);
                }
            }
            """;

    /** Fails on one handler, or on whatever there is. */
    private record Broken(Optional<String> handler) implements Rule {

        @Override
        public RuleInfo info() {
            return new RuleInfo("random-value", Severity.ERROR, "0.1.0", "a broken rule");
        }

        @Override
        public void check(RuleContext context) {
            boolean meant = handler.isEmpty()
                    || context.model().visits(Region.REPLAYED).stream()
                            .anyMatch(v -> v.body().key().owner().endsWith(handler.get()));
            if (meant) {
                throw new IllegalStateException("lost the thread");
            }
        }
    }

    @TempDir
    private Path directory;

    @BeforeEach
    void write() {
        Programs.write(
                directory,
                Map.of("shop/First.java", HANDLER.formatted("First"), "shop/Second.java", HANDLER.formatted("Second")));
    }

    private Report report(Rule broken) {
        List<Rule> rules =
                Stream.concat(Stream.of(broken), Rules.all().stream()).toList();
        return Programs.fromSources(
                directory,
                Fixtures.classPath(),
                m -> new Judgement(m.program(), Catalog.bundled(), Configuration.defaults(), rules)
                        .judge(Optional.empty(), Optional.empty(), false)
                        .report());
    }

    @Test
    void theRuleAndTheFirstHandlerThatItFailsOnAreNamed() {
        Report report = report(new Broken(Optional.of("Second")));
        assertThat(report.problems()).hasSize(1);
        Problem problem = report.problems().get(0);
        assertThat(problem.file()).isEqualTo("shop/Second.java");
        assertThat(problem.line()).isEqualTo(6);
        assertThat(problem.reason())
                .startsWith("rule `random-value` failed on `Second.handleRequest`: "
                        + "java.lang.IllegalStateException: lost the thread at RuleRunTest.java:");
        assertThat(problem.defect()).isTrue();
        assertThat(report.incomplete()).isTrue();
    }

    @Test
    void otherRulesGoOn() {
        assertThat(report(new Broken(Optional.of("Second"))).findings().stream().map(Finding::rule))
                .containsExactly("wall-clock", "wall-clock");
    }

    @Test
    void aRuleThatFailsOnEverythingIsNamedOnce() {
        List<Problem> problems = report(new Broken(Optional.empty())).problems();
        assertThat(problems.stream().map(Problem::file)).containsExactly("shop/First.java");
    }

    @Test
    void nothingIsStaleOfARuleThatFailed() {
        Programs.write(
                directory,
                Map.of(
                        "shop/Third.java",
                        HANDLER.formatted("Third")
                                .replace(
                                        "Instant.now();",
                                        "Instant.now(); // replay-lint: allow random-value: a test")));
        assertThat(report(new Broken(Optional.of("Second"))).findings().stream().map(Finding::rule))
                .doesNotContain("stale-suppression");
    }
}
