package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the pages say of goals, parameters and files, against the descriptor that the build has just made. */
final class DocsTest {

    private static final Pattern PROPERTY = Pattern.compile("-D(replay-lint[\\w.-]*)");
    private static final Pattern NAMED = Pattern.compile("`(replay-lint(?:\\.[A-Za-z]+)+)`");
    private static final Pattern GOAL =
            Pattern.compile("(?:mvn [^`\n]*|`)replay-lint(?:-maven-plugin:[\\w.-]+)?:([a-z][a-z-]*)");
    private static final Pattern FORMATS = Pattern.compile("-Dreplay-lint\\.formats=([a-z,]+)");

    @Test
    void parametersInThePagesExist() throws Exception {
        Set<String> known = Descriptor.read().properties();
        assertThat(known).contains("replay-lint.failOn");
        for (Path page : Pages.all()) {
            String text = Files.readString(page);
            assertWithMessage(page.toString()).that(known).containsAtLeastElementsIn(Pages.all(PROPERTY, text));
        }
    }

    @Test
    void goalsInThePagesExist() throws Exception {
        Set<String> known = Descriptor.read().goals();
        assertThat(known).contains("check");
        for (Path page : Pages.all()) {
            String text = Files.readString(page);
            assertWithMessage(page.toString()).that(known).containsAtLeastElementsIn(Pages.all(GOAL, text));
        }
    }

    @Test
    void everyGoalAndParameterIsDescribed() throws Exception {
        String page = Files.readString(Pages.DOCS.resolve("maven.md"));
        assertThat(Pages.all(NAMED, page))
                .containsAtLeastElementsIn(Descriptor.read().properties());
        for (String goal : Descriptor.read().goals()) {
            assertThat(page).contains("\n## `replay-lint:" + goal + "`\n");
        }
    }

    @Test
    void formatsInThePagesExist() throws Exception {
        for (Path page : Pages.all()) {
            for (String formats : Pages.all(FORMATS, Files.readString(page))) {
                assertWithMessage(page + ": " + formats)
                        .that(OutputFiles.of(List.of(formats.split(",")), FailOn.NEVER, false)
                                .isEmpty())
                        .isFalse();
            }
        }
    }

    @Test
    void everyFormatIsDescribedWithItsFile() throws Exception {
        String page = Files.readString(Pages.DOCS.resolve("outputs.md"));
        List<String> rows = OutputFiles.names().entrySet().stream()
                .map(f -> "| `" + f.getKey() + "` | `" + f.getValue() + "` |")
                .toList();
        assertThat(rows).hasSize(7);
        rows.forEach(r -> assertThat(page).contains("\n" + r));
    }

    @Test
    void filesInSnippetsAreWritten() throws IOException {
        Pattern file = Pattern.compile("target/replay-lint/([\\w.-]+\\.\\w+)");
        Set<String> files = Pages.all(file, Files.readString(Pages.DOCS.resolve("pull-requests.md")));
        assertThat(files).contains("replay-lint.sarif");
        assertThat(OutputFiles.names().values()).containsAtLeastElementsIn(files);
    }
}
