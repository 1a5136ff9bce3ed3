package dev.replaylint.report;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that are kept next to the tests, so that a change of them shows in a review. */
public final class Golden {

    private static final Path DIRECTORY = Path.of("src", "test", "resources", "report");

    private Golden() {}

    /** Compares with what is kept; with {@code -Dbless=true}, keeps it. */
    public static void check(String name, String text) throws IOException {
        Path file = DIRECTORY.resolve(name);
        if (Boolean.getBoolean("bless")) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file, text);
        }
        assertWithMessage(file + "; run the test with -Dbless=true to write it")
                .that(Files.exists(file) ? Files.readString(file) : "")
                .isEqualTo(text);
    }
}
