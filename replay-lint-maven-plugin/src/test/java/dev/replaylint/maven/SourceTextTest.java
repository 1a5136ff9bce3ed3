package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules that the text of the goals shows. */
final class SourceTextTest {

    private static final Path MAIN = Path.of("src/main/java/dev/replaylint/maven");

    private static List<Path> naming(String text) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            List<Path> sources =
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
            assertThat(sources).isNotEmpty();
            return sources.stream()
                    .filter(f -> read(f).contains(text))
                    .map(Path::getFileName)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void outputIsWrittenInOnePlaceForEachWay() throws IOException {
        assertThat(naming("super.getLog()")).containsExactly(Path.of("ReplayLintMojo.java"));
        assertThat(naming("FileDescriptor.out")).containsExactly(Path.of("GitHub.java"));
        assertThat(naming("System.out.p")).isEmpty();
        assertThat(naming("System.err")).isEmpty();
    }

    @Test
    void everyGoalSaysOnlyWhatIsHarmless() throws IOException {
        List<Path> goals = naming("@Mojo(");
        assertThat(goals).isNotEmpty();
        for (Path goal : goals) {
            assertWithMessage(goal.toString())
                    .that(read(MAIN.resolve(goal)))
                    .containsMatch("extends (ReplayLintMojo|AnalysisMojo)\\b");
        }
        assertThat(naming("extends AbstractMojo ")).containsExactly(Path.of("ReplayLintMojo.java"));
    }
}
