package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The summary of a step, which is not shown at all if it is too large. */
final class StepSummaryTest {

    private static final int LARGEST = 1 << 20;

    @TempDir
    private Path directory;

    private String after(String before, String text) throws IOException {
        Path file = directory.resolve("summary.md");
        Files.writeString(file, before);
        new StepSummary(file).append(text);
        return Files.readString(file);
    }

    @Test
    void whatIsThereStays() throws IOException {
        assertThat(after("# tests\n", "## orders\n\n**2 errors**\n\nmore\n"))
                .isEqualTo("# tests\n## orders\n\n**2 errors**\n\nmore\n");
    }

    @Test
    void aFileThatIsMissingIsMade() throws IOException {
        Path file = directory.resolve("new.md");
        new StepSummary(file).append("## orders\n");
        assertThat(Files.readString(file)).isEqualTo("## orders\n");
    }

    @Test
    void whereThereIsNoRoomTheVerdictStays() throws IOException {
        String before = "x".repeat(LARGEST - 70_000);
        String after = after(before, "## orders\n\n**2 errors**\n\n" + "é".repeat(3_000));
        assertThat(after).startsWith(before);
        assertThat(after.substring(before.length()))
                .isEqualTo("## orders\n\n**2 errors**\n\n"
                        + "There is no room for more in this summary; the files of the report have all of it.\n\n");
    }

    @Test
    void aFullSummaryStaysAsItIs() throws IOException {
        String before = "x".repeat(LARGEST - 20);
        assertThat(after(before, "## orders\n\n**2 errors**\n\nmore\n")).isEqualTo(before);
    }
}
