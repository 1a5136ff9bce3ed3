package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.report.Coverage;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a report, and those of an earlier one. */
final class OutputFilesTest {

    private static final Report CLEAN =
            new Report(List.of(), new Coverage(1, 1, 1, 1, 0, 0, 0, 0, List.of()), List.of(), List.of());

    @TempDir
    private Path directory;

    private static OutputFiles files(String... formats) throws Exception {
        return OutputFiles.of(List.of(formats), FailOn.NEVER, false);
    }

    private void write(OutputFiles files, String execution) throws IOException {
        files.write(CLEAN, new ReportContext("orders", directory, directory, Map.of(), "0.1.0"), directory, execution);
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void executionsHaveFilesOfTheirOwn() throws Exception {
        write(files("sarif", "json"), "default");
        write(files("sarif"), "nightly");
        assertThat(written()).containsExactly("replay-lint-nightly.sarif", "replay-lint.json", "replay-lint.sarif");
    }

    @Test
    void whatIsRemovedIsOfThatExecution() throws Exception {
        write(files("sarif", "json", "gitlab", "html"), "default-cli");
        write(files("json"), "nightly");
        files("sarif").others().remove(directory, "default");
        assertThat(written()).containsExactly("index.html", "replay-lint-nightly.json", "replay-lint.sarif");
        OutputFiles.none().others().remove(directory, "nightly");
        assertThat(written()).containsExactly("index.html", "replay-lint.sarif");
    }
}
