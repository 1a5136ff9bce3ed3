package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.manifest.InvalidManifest;
import dev.replaylint.manifest.ManifestFile;
import dev.replaylint.report.Report;
import dev.replaylint.rule.Finding;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo has the defects that its README lists, whichever way it is read, and its corrected twin has none. */
final class DemoTest {

    private static final Path DEMO = Path.of("..", "test-fixtures", "demo");
    private static final Path FLAWED = DEMO.resolve("flawed");
    private static final String SOURCES = "src/main/java";
    private static final Path SDK = Path.of("..", "test-fixtures", "durable-sdk-api", "src", "main", "java");
    private static final Pattern ROW =
            Pattern.compile("^\\| \\[([a-z-]+)]\\([^)]*\\) \\| (error|warning|info) ", Pattern.MULTILINE);

    @TempDir
    Path directory;

    @Test
    void flawedTwinHasWhatItsReadmeLists() throws IOException, InvalidManifest {
        assertThat(rules(fromSources(FLAWED, List.of()))).containsExactlyElementsIn(listed());
    }

    @Test
    void anSdkThatIsBuiltAlongChangesNothing() throws IOException, InvalidManifest {
        assertThat(rules(fromSources(FLAWED, List.of(SDK)))).containsExactlyElementsIn(listed());
    }

    @Test
    void classFilesHaveTheSame() throws IOException, InvalidManifest {
        Path classes = Programs.compile(FLAWED.resolve(SOURCES), directory.resolve("classes"), Fixtures.classPath());
        Report report = new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Classes(List.of(classes), Fixtures.classPath()), recorded(FLAWED))
                .report();
        assertThat(rules(report)).containsExactlyElementsIn(listed());
    }

    @Test
    void correctedTwinHasNothing() throws InvalidManifest {
        Report report = fromSources(DEMO.resolve("corrected"), List.of());
        assertThat(report.findings()).isEmpty();
        assertWithMessage("operations").that(report.coverage().operations()).isGreaterThan(20);
    }

    private static Report fromSources(Path module, List<Path> siblings) throws InvalidManifest {
        List<Path> roots = List.of(module.resolve(SOURCES));
        return new ReplayLint(Configuration.defaults())
                .analyze(
                        new ReplayLint.Sources(roots, siblings, Fixtures.classPath(), StandardCharsets.UTF_8),
                        recorded(module))
                .report();
    }

    private static Committed recorded(Path module) throws InvalidManifest {
        return new Committed(new ManifestFile(module, module.resolve("target")).read(), Optional.empty());
    }

    private static List<String> rules(Report report) {
        return report.findings().stream().map(DemoTest::text).toList();
    }

    private static String text(Finding finding) {
        return finding.rule() + " " + finding.severity().label();
    }

    private static List<String> listed() throws IOException {
        return ROW.matcher(Files.readString(DEMO.resolve("README.md")))
                .results()
                .map(r -> r.group(1) + " " + r.group(2))
                .toList();
    }
}
