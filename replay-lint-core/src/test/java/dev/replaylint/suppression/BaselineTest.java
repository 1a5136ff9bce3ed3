package dev.replaylint.suppression;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.Committed;
import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.rule.Severity;
import dev.replaylint.rule.Suppressed;
import dev.replaylint.testing.Configurations;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A baseline goes on to accept what it accepted while code moves around, and nothing else. */
final class BaselineTest {

    private static final String HANDLER = """
            package shop;
            import java.time.Instant;
            import java.util.UUID;
            import java.util.function.Supplier;
            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;
            import shop.prices.Prices;
            public class Shop extends DurableHandler<String, String> {
                @Override public String handleRequest(String order, DurableContext ctx) {
                    String price = Prices.quote(order) + Prices.discount();
                    Supplier<String> id = new Supplier<>() {
                        @Override public String get() { return UUID.randomUUID().toString(); }
                    };
                    String text = price + id.get();
                    return ctx.step("pay", String.class, step -> text);
                }
            }
            """;

    private static final String PRICES = """
            package shop.prices;
            import java.time.Instant;
            public final class Prices {
                public static String quote(String order) {
                    return order + Instant.now()
                            + Instant.now();
                }
                public static String discount() {
                    return "at " + Instant.now();
                }
            }
            """;

    @TempDir
    private Path directory;

    private final Map<String, String> files = new LinkedHashMap<>();
    private Configuration configuration = Configuration.defaults();
    private int runs;

    @BeforeEach
    void write() {
        files.put("shop/Shop.java", HANDLER);
        files.put("shop/prices/Prices.java", PRICES);
    }

    private ReplayLint.Analysis analyze(Baseline baseline) {
        Path root = Programs.write(directory.resolve("run" + runs++), files);
        return new ReplayLint(configuration)
                .analyze(
                        new ReplayLint.Sources(List.of(root), List.of(), Fixtures.classPath(), StandardCharsets.UTF_8),
                        Committed.baseline(baseline));
    }

    private static Acceptance acceptance(ReplayLint.Analysis analysis) {
        return analysis.acceptance().orElseThrow();
    }

    /** What accepts all there is before a change. */
    private Baseline accepted() {
        Baseline accepted = acceptance(analyze(Baseline.EMPTY)).grown();
        assertThat(accepted.size()).isEqualTo(4);
        return accepted;
    }

    private void assertStillAccepted(Baseline before, String change) {
        ReplayLint.Analysis analysis = analyze(before);
        assertWithMessage(change).that(analysis.report().findings()).isEmpty();
        assertWithMessage(change)
                .that(analysis.report().count(Suppressed.How.BASELINE))
                .isEqualTo(4);
        assertWithMessage(change).that(acceptance(analysis).stale()).isEqualTo(0);
    }

    private void change(String file, String from, String to) {
        String before = files.getOrDefault(file, "");
        assertThat(before).contains(from);
        files.put(file, before.replace(from, to));
    }

    @Test
    void everythingIsAcceptedOnce() {
        Baseline before = accepted();
        assertStillAccepted(before, "no change");
        assertThat(acceptance(analyze(before)).needed()).isEqualTo(before);
        assertThat(acceptance(analyze(before)).grown()).isEqualTo(before);
    }

    @Test
    void linesMayBeInsertedAbove() {
        Baseline before = accepted();
        change("shop/prices/Prices.java", "public final class", "\n\n// more\npublic final class");
        change("shop/Shop.java", "        String price", "        int unused = 1;\n\n        String price");
        assertStillAccepted(before, "lines above");
    }

    @Test
    void methodsMayChangePlaces() {
        Baseline before = accepted();
        String discount = "    public static String discount() {\n        return \"at \" + Instant.now();\n    }\n";
        change("shop/prices/Prices.java", discount, "");
        change(
                "shop/prices/Prices.java",
                "    public static String quote",
                discount + "    public static String quote");
        assertStillAccepted(before, "order of methods");
    }

    @Test
    void classesMayMoveToAnotherPackage() {
        Baseline before = accepted();
        files.put("shop/money/Prices.java", PRICES.replace("package shop.prices", "package shop.money"));
        files.remove("shop/prices/Prices.java");
        change("shop/Shop.java", "shop.prices.Prices", "shop.money.Prices");
        assertStillAccepted(before, "another package");
        assertThat(acceptance(analyze(before)).needed()).isNotEqualTo(before);
        assertThat(acceptance(analyze(before)).needed().size()).isEqualTo(4);
    }

    @Test
    void sourcesMayMoveToAnotherRoot() {
        Baseline before = accepted();
        Path root = Programs.write(directory.resolve("one"), Map.of("shop/Shop.java", HANDLER));
        Path other = Programs.write(directory.resolve("two"), Map.of("shop/prices/Prices.java", PRICES));
        ReplayLint.Analysis analysis = new ReplayLint(configuration)
                .analyze(
                        new ReplayLint.Sources(
                                List.of(root, other), List.of(), Fixtures.classPath(), StandardCharsets.UTF_8),
                        Committed.baseline(before));
        assertThat(analysis.report().findings()).isEmpty();
    }

    @Test
    void otherAnonymousClassesMayComeBefore() {
        Baseline before = accepted();
        change(
                "shop/Shop.java",
                "        String price",
                "        Runnable nothing = new Runnable() { @Override public void run() {} };\n        String price");
        assertStillAccepted(before, "another anonymous class");
    }

    @Test
    void classFilesAreKnownByTheSame() {
        Baseline before = accepted();
        Path root = Programs.write(directory.resolve("sources"), files);
        Path classes = Programs.compile(root, directory.resolve("classes"), Fixtures.classPath());
        ReplayLint.Analysis analysis = new ReplayLint(configuration)
                .analyze(new ReplayLint.Classes(List.of(classes), Fixtures.classPath()), Committed.baseline(before));
        assertThat(analysis.report().findings()).isEmpty();
        assertThat(acceptance(analysis).stale()).isEqualTo(0);
    }

    @Test
    void aNewDefectIsReportedAlone() {
        Baseline before = accepted();
        change("shop/prices/Prices.java", "\"at \" + Instant.now()", "\"at \" + Instant.now() + Math.random()");
        ReplayLint.Analysis analysis = analyze(before);
        assertThat(analysis.report().findings().stream().map(f -> f.rule()).toList())
                .containsExactly("random-value");
    }

    @Test
    void oneMoreOfTheSameIsReported() {
        Baseline before = accepted();
        change("shop/prices/Prices.java", "order + Instant.now()", "order + Instant.now() + Instant.now()");
        assertThat(analyze(before).report().findings()).hasSize(1);
    }

    @Test
    void whatIsMendedIsStale() {
        Baseline before = accepted();
        change("shop/prices/Prices.java", "\"at \" + Instant.now()", "\"at \"");
        Acceptance acceptance = acceptance(analyze(before));
        assertThat(acceptance.stale()).isEqualTo(1);
        assertThat(acceptance.needed().size()).isEqualTo(3);
        assertThat(acceptance(analyze(acceptance.needed())).needed()).isEqualTo(acceptance.needed());
    }

    @Test
    void nothingIsStaleWhereCodeIsMissing() {
        Baseline before = accepted();
        files.put("shop/prices/Prices.java", PRICES + "class");
        assertThat(acceptance(analyze(before)).stale()).isEqualTo(0);
        assertThat(acceptance(analyze(before)).needed()).isEqualTo(before);
    }

    @Test
    void rulesThatAreOffKeepTheirEntries() {
        Baseline before = accepted();
        configuration = with(Map.of("wall-clock", Optional.empty()), List.of());
        assertThat(acceptance(analyze(before)).stale()).isEqualTo(0);
        assertThat(acceptance(analyze(before)).needed()).isEqualTo(before);
    }

    @Test
    void filesThatAreLeftOutKeepTheirEntries() {
        Baseline before = accepted();
        configuration = with(Map.of(), List.of("shop/prices/**"));
        assertThat(acceptance(analyze(before)).needed()).isEqualTo(before);
    }

    @Test
    void severitiesThatAreSetDoNotMatter() {
        configuration = with(Map.of("wall-clock", Optional.of(Severity.INFO)), List.of());
        Baseline before = accepted();
        configuration = with(Map.of("wall-clock", Optional.of(Severity.ERROR)), List.of());
        assertStillAccepted(before, "severity set");
        configuration = Configuration.defaults();
        assertStillAccepted(before, "severity not set");
    }

    @Test
    void whatBreaksRunningExecutionsIsNotAccepted() {
        ReplayLint.Analysis first = analyze(Baseline.EMPTY);
        dev.replaylint.manifest.Recorded recorded = new dev.replaylint.manifest.Recorded(
                first.comparison().orElseThrow().declared(), "m", Map.of());
        change("shop/Shop.java", "\"pay\"", "\"charge\"");
        Path root = Programs.write(directory.resolve("renamed"), files);
        ReplayLint.Analysis analysis = new ReplayLint(configuration)
                .analyze(
                        new ReplayLint.Sources(List.of(root), List.of(), Fixtures.classPath(), StandardCharsets.UTF_8),
                        new Committed(Optional.of(recorded), Optional.of(Baseline.EMPTY)));
        assertThat(analysis.report().findings().stream().map(f -> f.rule()).toList())
                .contains("renamed-operation");
        assertThat(acceptance(analysis).grown().size()).isEqualTo(4);
    }

    private static Configuration with(Map<String, Optional<Severity>> severities, List<String> excludes) {
        return Configurations.withoutFiles(severities, excludes);
    }
}
