package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.replaylint.ReplayLint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that a result depends on is in its key. */
final class CheckInputsTest {

    private static final List<String> FILES = List.of(
            "analyzer.jar",
            "replay-lint.yml",
            "replay-lint-manifest.yml",
            "src/shop/A.java",
            "sibling/shop/B.java",
            "library.jar");

    @TempDir
    private Path directory;

    @BeforeEach
    void files() throws IOException {
        for (String file : FILES) {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, file);
        }
    }

    private CheckInputs inputs(SortedMap<String, String> settings) {
        return new CheckInputs(
                settings,
                List.of(directory.resolve("analyzer.jar")),
                List.of(
                        directory.resolve("replay-lint.yml"),
                        directory.resolve("replay-lint-manifest.yml"),
                        directory.resolve("replay-lint-baseline.json")),
                new ReplayLint.Sources(
                        List.of(directory.resolve("src")),
                        List.of(directory.resolve("sibling")),
                        List.of(directory.resolve("library.jar")),
                        StandardCharsets.UTF_8));
    }

    private String key() throws IOException {
        return inputs(new TreeMap<>()).key();
    }

    @Test
    void everyFileCounts() throws IOException {
        String before = key();
        for (String file : FILES) {
            Files.writeString(directory.resolve(file), file + "!");
            assertWithMessage(file).that(key()).isNotEqualTo(before);
            Files.writeString(directory.resolve(file), file);
            assertWithMessage(file).that(key()).isEqualTo(before);
        }
    }

    @Test
    void missingFilesCount() throws IOException {
        String before = key();
        Files.createFile(directory.resolve("replay-lint-baseline.json"));
        String empty = key();
        assertThat(empty).isNotEqualTo(before);
        Files.delete(directory.resolve("replay-lint-manifest.yml"));
        assertThat(key()).isNoneOf(before, empty);
    }

    @Test
    void everySettingCounts() throws IOException {
        String none = key();
        String error = inputs(new TreeMap<>(Map.of("failOn", "error"))).key();
        String warning = inputs(new TreeMap<>(Map.of("failOn", "warning"))).key();
        assertThat(List.of(none, error, warning)).containsNoDuplicates();
    }

    @Test
    void theEncodingCounts() throws IOException {
        CheckInputs utf8 = inputs(new TreeMap<>());
        ReplayLint.Sources sources = utf8.sources();
        CheckInputs latin = new CheckInputs(
                utf8.settings(),
                utf8.analyzer(),
                utf8.committed(),
                new ReplayLint.Sources(
                        sources.roots(), sources.siblings(), sources.classPath(), StandardCharsets.ISO_8859_1));
        assertThat(latin.key()).isNotEqualTo(utf8.key());
    }

    @Test
    void sourcesThatAreJudgedDifferFromOthers() throws IOException {
        CheckInputs both = inputs(new TreeMap<>());
        ReplayLint.Sources sources = both.sources();
        CheckInputs exchanged = new CheckInputs(
                both.settings(),
                both.analyzer(),
                both.committed(),
                new ReplayLint.Sources(sources.siblings(), sources.roots(), sources.classPath(), sources.encoding()));
        assertThat(exchanged.key()).isNotEqualTo(both.key());
    }

    @Test
    void whatCannotBeReadHasNoKey() throws IOException {
        Files.delete(directory.resolve("library.jar"));
        assertThrows(IOException.class, this::key);
    }

    /** Needs a file system with links. A pipe would do the same, and wait for ever where it is opened. */
    @Test
    void whatIsNoFileInThePlaceOfACommittedOneHasNoKey() throws IOException {
        Path file = directory.resolve("replay-lint-baseline.json");
        for (String target : List.of("nowhere", ".", "/dev/zero", "replay-lint-baseline.json")) {
            Files.createSymbolicLink(file, Path.of(target));
            assertWithMessage(target)
                    .that(assertThrows(IOException.class, this::key))
                    .hasMessageThat()
                    .contains("is no regular file");
            Files.delete(file);
        }
    }
}
