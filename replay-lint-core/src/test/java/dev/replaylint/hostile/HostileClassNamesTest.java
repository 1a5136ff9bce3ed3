package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.replaylint.Committed;
import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.manifest.InvalidManifest;
import dev.replaylint.manifest.Manifest;
import dev.replaylint.manifest.ManifestFile;
import dev.replaylint.manifest.Recorded;
import dev.replaylint.report.ConsoleText;
import dev.replaylint.report.ReportContext;
import dev.replaylint.report.ci.GitHubAnnotations;
import dev.replaylint.rule.Finding;
import dev.replaylint.testing.Programs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Handlers whose packages, classes and methods are called what no compiler allows, but class files do: all outputs stay what they are. */
final class HostileClassNamesTest {

    private static final String CLASS = "hostile/Hostile";

    private static final String METHOD = "helper";

    /** Control characters but line ends, and those that turn the direction of the text or end a line for some readers. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\x{200b}-\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}\\x{feff}&&[^\n]]");

    @TempDir
    private static Path compiled;

    @TempDir
    private Path directory;

    @BeforeAll
    static void compile() {
        Programs.write(
                compiled.resolve("src"),
                Map.of(
                        HostileInput.FILE,
                        Hostile.handler(
                                "helper(ctx);",
                                "String helper(DurableContext ctx) {"
                                        + "return ctx.step(\"b\" + System.nanoTime(), String.class, s -> \"\"); }")));
        Programs.compile(compiled.resolve("src"), compiled.resolve("classes"), Hostile.library());
    }

    /** Names of a class with its package, {@code /} between them. */
    static Stream<String> names() {
        return Stream.of(
                "hostile/Red\u001b[31mInk\u0007",
                "hostile/A\n::error file=x::forged",
                "hostile/A\r\n##[error]forged",
                "hostile/%0A::error::forged%0D",
                "hostile/\"><script>alert(1)",
                "hostile/]]><script>alert(1)<!--",
                "hostile/C:\\Windows\\win",
                "hostile/\\\\server\\share",
                "hostile/javascript:alert(1)",
                "hostile/%2e%2e%2f%2e%2e%2fpasswd",
                "hostile/\u202egnp\u2066\u200b",
                "hostile/a\u2028b\u2029c\u0085d\ufeff",
                "hostile/A\u0000B",
                "hostile/a`b|c*d_e#f ~~g~~ @everyone",
                "hostile/key: value # comment",
                "hostile/A\nretired:\n  all: gone",
                "hostile/&a *b !!c {{d}} 'e\"",
                "hostile/- - -",
                "hostile/\u2026\n---",
                "hostile/A(2)",
                "hostile/${jndi:ldap:x} %s %n {0}",
                "hos\u001btile\u0007/deep\u202e/A",
                "hostile/" + "X".repeat(900));
    }

    private ReplayLint.Analysis analysis(String name, String method) throws IOException {
        byte[] whole = Files.readAllBytes(compiled.resolve("classes").resolve(HostileClasses.FILE));
        Path jar = jar(name, Renamed.with(whole, Map.of(CLASS, name, METHOD, method, "SourceFile", "Unknown")));
        return assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> new ReplayLint(Configuration.defaults())
                        .withWorkflows()
                        .analyze(
                                new ReplayLint.Classes(List.of(jar), Hostile.library()),
                                new Committed(Optional.of(Recorded.nothing("manifest")), Optional.empty())));
    }

    private Path jar(String name, byte[] bytes) throws IOException {
        Path jar = directory.resolve("judged.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name + ".class"));
            zip.write(bytes);
        }
        return jar;
    }

    @ParameterizedTest
    @MethodSource("names")
    void theOutputsStayWhatTheyAre(String name) throws Exception {
        String simple = name.substring(name.lastIndexOf('/') + 1);
        ReplayLint.Analysis analysis =
                analysis(name, simple.length() > 500 ? METHOD : simple.replaceAll("[<>.;/\\[]", ""));

        assertThat(analysis.report().problems()).isEmpty();
        assertThat(analysis.report().coverage().handlers()).isEqualTo(1);
        for (Finding finding : analysis.report().findings()) {
            assertThat(finding.location().file())
                    .matches("(?s)" + Pattern.quote(name.substring(0, name.lastIndexOf('/'))) + "/[^/\\\\:]+");
        }
        ReportContext context = new ReportContext("module", directory, directory, analysis.paths(), "1");
        Map<String, String> outputs = AllOutputs.written(analysis.report(), context);
        outputs.put("console", console(analysis, context));
        outputs.put(
                "GitHub", github(analysis, context, analysis.report().findings().size()));
        outputs.put("manifest", manifest(analysis.comparison().orElseThrow().declared()));
        check(outputs);
    }

    @Test
    void aNameThatIsTooLongForTheManifestIsSaidSo() throws Exception {
        String name = "X".repeat(60_000);
        ReplayLint.Analysis analysis = analysis("hostile/" + name, METHOD);
        ReportContext context = new ReportContext("module", directory, directory, analysis.paths(), "1");
        check(AllOutputs.written(analysis.report(), context));
        ManifestFile file = new ManifestFile(directory, directory.resolve("target"));
        Manifest declared = analysis.comparison().orElseThrow().declared();
        InvalidManifest refused = assertThrows(InvalidManifest.class, () -> file.write(Optional.empty(), declared));
        assertThat(refused).hasMessageThat().contains("hostile.XXX");
        assertThat(refused.getMessage().length()).isLessThan(500);
        assertThat(Files.exists(file.path())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("names")
    void damagedOnesAreOneLineEach(String name) throws Exception {
        Path jar = jar(name, new byte[100]);
        ReplayLint.Analysis analysis = new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Classes(List.of(jar), Hostile.library()));
        assertThat(analysis.report().problems()).hasSize(1);
        assertThat(analysis.report().problems().get(0).lost()).isTrue();
        ReportContext context = new ReportContext("module", directory, directory, analysis.paths(), "1");
        Map<String, String> outputs = AllOutputs.written(analysis.report(), context);
        outputs.put("GitHub", github(analysis, context, 1));
        check(outputs);
    }

    private static String console(ReplayLint.Analysis analysis, ReportContext context) {
        List<ConsoleText.Entry> entries = ConsoleText.entries(analysis.report(), context);
        List<String> lines = entries.stream()
                .flatMap(e -> Stream.concat(Stream.of(e.place() + e.rest()), e.details().stream()))
                .toList();
        for (String line : lines) {
            assertThat(line).doesNotContain("\n");
            assertThat(line).doesNotContain("::");
            assertThat(line).doesNotContain("##[");
        }
        return String.join("\n", lines);
    }

    private static String github(ReplayLint.Analysis analysis, ReportContext context, int findings) {
        List<String> lines = GitHubAnnotations.of(analysis.report(), context, GitHubAnnotations.room(), "x")
                .lines();
        assertThat(lines).hasSize(findings);
        for (String line : lines) {
            assertThat(line).matches("::(error|warning|notice) file=[^:,]*,line=\\d+(,col=\\d+)?,title=[a-z-]+::.*");
            assertThat(line).doesNotContain("%0A::");
        }
        return String.join("\n", lines);
    }

    /** The text, which says of the one handler what it said before, and of nothing else. */
    private String manifest(Manifest declared) throws Exception {
        assertThat(declared.handlers()).hasSize(1);
        ManifestFile file = new ManifestFile(directory, directory.resolve("target"));
        file.write(Optional.empty(), declared);
        assertThat(file.read().map(Recorded::manifest)).hasValue(declared);
        String text = Files.readString(file.path());
        assertThat(text.lines().filter(l -> !l.startsWith("#")).count()).isEqualTo(6);
        return text;
    }

    private static void check(Map<String, String> outputs) throws Exception {
        for (Map.Entry<String, String> output : outputs.entrySet()) {
            assertWithMessage(output.getKey()).that(output.getValue()).doesNotContainMatch(UNSEEN);
        }
        WellFormed.check(outputs).forEach(u -> assertThat(u).matches("[A-Za-z0-9._~%/-]+\\.java"));
    }
}
