package dev.replaylint.report.merged;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.replaylint.report.JsonWriter;
import dev.replaylint.report.SampleReport;
import dev.replaylint.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no whole reports. */
final class ReportReaderTest {

    private static final ReportReader READER = new ReportReader(Rules.infos());

    @TempDir
    private Path directory;

    private static String report() throws IOException {
        StringBuilder out = new StringBuilder();
        new JsonWriter().write(SampleReport.full(), SampleReport.CONTEXT, out);
        return out.toString();
    }

    /** The reason behind the file's name. */
    private String refused(String text) throws IOException {
        Path file = directory.resolve("replay-lint.json");
        Files.writeString(file, text);
        String message =
                assertThrows(InvalidReport.class, () -> READER.read(file)).getMessage();
        assertThat(message).startsWith(file + ":");
        return message.substring(file.toString().length() + 1);
    }

    @Test
    void everyBeginningIsRefused() throws IOException {
        String report = report();
        int last = report.stripTrailing().length() - 1;
        for (int length = 0; length <= last; length += 7) {
            String reason = refused(report.substring(0, length));
            assertWithMessage(reason).that(reason).matches("(?s)\\d+:\\d+: .*; write it again with replay-lint:check");
        }
    }

    @Test
    void otherDocumentsAreNamed() throws IOException {
        assertThat(refused("")).startsWith("1:1: the file is empty; ");
        assertThat(refused("[]")).startsWith("1:1: there is no object here; ");
        assertThat(refused("{\"version\": \"2.1.0\", \"runs\": []}")).startsWith("1:1: `format` is missing; ");
        assertThat(refused("{\"format\": \"replay-lint-baseline\"}"))
                .startsWith("1:12: `format` is not `replay-lint`: this is no report of replay-lint; ");
        assertThat(refused("format: replay-lint")).contains("this is no JSON");
        assertThat(refused("<checkstyle/>")).contains("this is no JSON");
    }

    @Test
    void otherVersionsAreNamed() throws IOException {
        assertThat(refused(report().replace("\"formatVersion\": 1", "\"formatVersion\": 2")))
                .startsWith("3:20: `formatVersion` is not 1: another version of replay-lint wrote this report; ");
        assertThat(refused(report().replace("\"polling-loop\"", "\"new-rule\"")))
                .contains("`rule` is `new-rule`, which this version of replay-lint does not know; ");
    }

    @Test
    void wrongValuesAreNamed() throws IOException {
        assertThat(refused(report().replace("\"warning\"", "\"fatal\"")))
                .contains("`severity` is none of error, warning and info; ");
        assertThat(refused(report().replace("\"line\": 31", "\"line\": \"31\"")))
                .contains("`line` is no number; ");
        assertThat(refused(report().replace("\"line\": 31", "\"line\": -1"))).contains("`line` is no number; ");
        assertThat(refused(report().replace("\"lost\": true", "\"lost\": 1")))
                .contains("`lost` is neither true nor false; ");
        assertThat(refused(report().replaceAll("\"message\": \"this.*?\"", "\"message\": {}")))
                .contains("`message` is no text; ");
        assertThat(refused(report().replaceAll("(?s)\"problems\": \\[.*?\\]", "\"problems\": 0")))
                .contains("`problems` is no list; ");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = directory.resolve("missing.json");
        InvalidReport thrown = assertThrows(InvalidReport.class, () -> READER.read(file));
        assertThat(thrown).hasMessageThat().startsWith(file + ": cannot be read: ");
    }

    @Test
    void membersOfLaterVersionsAreLeftAlone() throws Exception {
        String more = report().replaceFirst("\\{", "{ \"later\": [1, {\"a\": null}],");
        assertThat(READER.read(more).module()).isEqualTo("orders");
    }
}
