package dev.replaylint.testing;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.replaylint.yaml.InvalidYaml;

/** What readers of committed files say of text that is not whole. */
public final class Refusals {

    private Refusals() {}

    /** A reader of a committed file. */
    public interface Reading {
        Object read(String text) throws InvalidYaml;
    }

    /** Checks that no beginning of the text is read: each character is a place where a copy may have stopped, but the last line end. */
    public static void checkCuts(String text, Reading reading) {
        for (int length = 0; length < text.length() - 1; length++) {
            String cut = text.substring(0, length);
            assertWithMessage(cut)
                    .that(assertThrows(InvalidYaml.class, () -> reading.read(cut)))
                    .isNotNull();
        }
    }

    /** Checks that the text is refused with a place in the file and this in the message. */
    public static void check(String text, String file, String message, Reading reading) {
        InvalidYaml invalid = assertThrows(InvalidYaml.class, () -> reading.read(text));
        assertThat(invalid.in(file)).matches("(?s)" + file + ":\\d+:\\d+: .*");
        assertThat(invalid.in(file)).contains(message);
    }
}
