package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.report.Report;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Severity;
import dev.replaylint.testing.Configurations;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suppressions and exclusions in a whole analysis, for code given as text. */
final class SuppressingTest {

    private static final Path PAGE = Path.of("..", "docs", "suppressing.md");

    private static final String ANNOTATION = "dev/replaylint/annotations/SuppressReplayWarnings.java";

    private static final String IMPORTS = """
            package shop;
            import java.time.Instant;
            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;
            """;

    private static final String HANDLER = IMPORTS + """
            public class Shop extends DurableHandler<String, String> {
                @Override public String handleRequest(String order, DurableContext ctx) {
                    Instant now = Clocks.now();
                    return ctx.step("pay", String.class, step -> "paid at " + now);
                }
            }
            """;

    private static final String CLOCKS = IMPORTS + """
            final class Clocks {
                static Instant now() {
                    // replay-lint: allow wall-clock: only printed
                    return Instant.now();
                }
                static Instant other() {
                    return Instant.EPOCH; // replay-lint: allow wall-clock: it was now
                }
            }
            """;

    @TempDir
    private Path directory;

    private final Map<String, String> files = new LinkedHashMap<>();
    private Configuration configuration = Configuration.defaults();

    @BeforeEach
    void write() {
        files.put("shop/Shop.java", HANDLER);
        files.put("shop/Clocks.java", CLOCKS);
    }

    private Report report(List<String> siblings) {
        Map<String, String> own = new LinkedHashMap<>(files);
        Map<String, String> others = new LinkedHashMap<>(files);
        own.keySet().removeAll(siblings);
        others.keySet().retainAll(siblings);
        Path root = Programs.write(directory.resolve("own"), own);
        Path sibling = Programs.write(directory.resolve("sibling"), others);
        return new ReplayLint(configuration)
                .analyze(new ReplayLint.Sources(
                        List.of(root), List.of(sibling), Fixtures.classPath(), StandardCharsets.UTF_8))
                .report();
    }

    private static List<String> open(Report report) {
        return report.findings().stream().map(SuppressingTest::text).toList();
    }

    private static List<String> suppressed(Report report) {
        return report.suppressed().stream()
                .map(s -> text(s.finding()) + " " + s.how() + " " + s.reason())
                .toList();
    }

    private static String text(Finding finding) {
        return finding.rule() + " " + finding.location();
    }

    @Test
    void whatSuppressesNothingIsReported() {
        Report report = report(List.of());
        assertThat(open(report)).containsExactly("stale-suppression shop/Clocks.java:11");
        assertThat(suppressed(report)).containsExactly("wall-clock shop/Clocks.java:8 CODE only printed");
    }

    @Test
    void fingerprintsOfSuppressionsTellTheirMember() {
        Finding stale = report(List.of()).findings().get(0);
        assertThat(stale.fingerprint()).isEqualTo("stale-suppression|shop.Clocks|other|wall-clock");
        assertThat(stale.member()).isEqualTo("Clocks.other");
        assertThat(stale.message())
                .isEqualTo("there is nothing that `wall-clock` reports here, so this suppresses only what comes later");
    }

    @Test
    void nothingIsStaleWhereARuleDidNotRun() {
        configuration = Configurations.severities(Map.of("wall-clock", Optional.empty()));
        assertThat(open(report(List.of()))).isEmpty();
    }

    @Test
    void nothingIsStaleWhereCodeIsMissing() {
        files.put("shop/Broken.java", "package shop; class Broken extends Shop { void");
        Report report = report(List.of());
        assertThat(report.incomplete()).isTrue();
        assertThat(open(report)).isEmpty();
        assertThat(suppressed(report)).hasSize(1);
    }

    @Test
    void nothingIsStaleInOtherModules() {
        Report report = report(List.of("shop/Clocks.java"));
        assertThat(open(report)).isEmpty();
        assertThat(suppressed(report)).hasSize(1);
    }

    @Test
    void rulesOnTheManifestAreUndecidedWithoutOne() {
        files.put(
                "shop/Clocks.java", CLOCKS.replace("allow wall-clock: it was now", "allow renamed-operation: planned"));
        assertThat(open(report(List.of()))).isEmpty();
    }

    @Test
    void aSeverityMayBeSet() {
        configuration = Configurations.severities(Map.of("stale-suppression", Optional.of(Severity.ERROR)));
        Report report = report(List.of());
        assertThat(report.fails(Severity.ERROR)).isTrue();
    }

    @Test
    void excludedClassesAreEnteredAndNotJudged() {
        configuration = excluding("shop.Clo*", "vetted by hand");
        files.put("shop/Clocks.java", CLOCKS.replaceAll("(?m)//.*$", ""));
        Report report = report(List.of());
        assertThat(open(report)).isEmpty();
        assertThat(suppressed(report)).containsExactly("wall-clock shop/Clocks.java:8 CONFIGURATION vetted by hand");
        assertThat(report.coverage().handlers()).isEqualTo(1);
    }

    @Test
    void excludedHandlersAreNotAnalysed() {
        configuration = excluding("shop.**", "never deployed");
        Report report = report(List.of());
        assertThat(report.coverage().handlers()).isEqualTo(0);
        assertThat(open(report)).isEmpty();
        assertThat(suppressed(report)).isEmpty();
    }

    private static Configuration excluding(String pattern, String reason) {
        return Configurations.withoutClasses(pattern, reason);
    }

    @Test
    void patternsAreOfPartsOfNames() {
        Exclusions exclusions = new Exclusions(new TreeMap<>(Map.of("shop.A", "1", "shop.*Test", "2", "old.**", "3")));
        assertThat(exclusions.reason("shop.A")).isEqualTo(Optional.of("1"));
        assertThat(exclusions.reason("shop.A$Nested")).isEqualTo(Optional.of("1"));
        assertThat(exclusions.reason("shop.AB")).isEqualTo(Optional.empty());
        assertThat(exclusions.reason("shop.OrderTest")).isEqualTo(Optional.of("2"));
        assertThat(exclusions.reason("shop.sub.OrderTest")).isEqualTo(Optional.empty());
        assertThat(exclusions.reason("old.sub.Order$1")).isEqualTo(Optional.of("3"));
        assertThat(exclusions.reason("older.Order")).isEqualTo(Optional.empty());
    }

    @Test
    void theConfigurationHasExclusionsWithReasons() throws Exception {
        Path file = directory.resolve("replay-lint.yml");
        Files.writeString(file, "exclude:\n  shop.DemoHandler: never deployed\n  shop.old.**: replaced\n");
        assertThat(read(file).exclusions().reasons())
                .containsExactly("shop.DemoHandler", "never deployed", "shop.old.**", "replaced");
    }

    @Test
    void exclusionsThatCannotBeMeantAreErrors() throws IOException {
        assertThat(error("exclude:\n  - shop.A\n")).endsWith(":2:3: exclude must be a mapping");
        assertThat(error("exclude:\n  shop.A:\n")).endsWith(":2:10: `shop.A` needs a reason for being excluded");
        assertThat(error("exclude:\n  shop/A: why\n"))
                .endsWith(":2:3: `shop/A` is no name of classes, such as `shop.DemoHandler` or `shop.legacy.**`");
    }

    private String error(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("replay-lint.yml"), text);
        try {
            read(file);
            return "";
        } catch (ConfigurationReader.Invalid e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Configuration read(Path file) throws ConfigurationReader.Invalid {
        return ConfigurationReader.read(Optional.of(file), null, null);
    }

    @Test
    void thePageShowsTheAnnotation() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```java\npackage ") + "```java\n".length();
        String shown = page.substring(start, page.indexOf("```", start));
        assertThat(shown).isEqualTo(Files.readString(Fixtures.sources().resolve(ANNOTATION)));
        Path root = Programs.write(directory.resolve("page"), Map.of(ANNOTATION, shown));
        Path classes = Programs.compile(root, directory.resolve("classes"), List.of());
        assertThat(Files.exists(classes.resolve(ANNOTATION.replace(".java", ".class"))))
                .isTrue();
    }
}
