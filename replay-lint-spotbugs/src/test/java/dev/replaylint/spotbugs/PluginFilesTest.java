package dev.replaylint.spotbugs;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SpotBugs' metadata are generated from the rules and their pages. */
final class PluginFilesTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");

    private static final Map<String, String> RENDERED = PluginFiles.render(Path.of("..", "docs", "rules"));

    @ParameterizedTest
    @ValueSource(strings = {"findbugs.xml", "messages.xml", "bugrank.txt"})
    void isGenerated(String name) throws IOException {
        Path file = RESOURCES.resolve(name);
        String rendered = RENDERED.get(name);
        if (Boolean.getBoolean("bless")) {
            Files.writeString(file, rendered);
        }
        assertWithMessage(file + "; run the test with -Dbless=true to write it")
                .that(Files.exists(file) ? Files.readString(file) : "")
                .isEqualTo(rendered);
    }
}
