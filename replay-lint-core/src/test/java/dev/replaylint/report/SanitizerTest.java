package dev.replaylint.report;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Text that is harmless on a console. */
final class SanitizerTest {

    private static final List<String> COLONS =
            List.of("::", ":::", "::::", "a::b:::c", "::error::x", "  ::add-mask::x");
    private static final List<String> MARKS = List.of("##[error]x", "####[group]", "#:##[x]", "##::[x]", "##[##[x]y]");

    @Test
    void nothingReadsAsACommand() {
        for (List<String> texts : List.of(COLONS, MARKS, HostileText.ALL)) {
            for (String text : texts) {
                String line = Sanitizer.line(text);
                assertWithMessage(text).that(RunnerCommands.in(line)).isEmpty();
                assertThat(line).doesNotContain("::");
                assertThat(line).doesNotContain("##[");
                assertThat(Sanitizer.line(line)).isEqualTo(line);
            }
        }
    }

    @Test
    void everyCharacterIsSeen() {
        assertThat(Sanitizer.visible("a\tb\nc\rd\u0000\u001b[2J\u009b\u202e\u2028\ud800\uffff\u200b\ufeff"))
                .isEqualTo(
                        "a\\u0009b\\u000ac\\u000dd\\u0000\\u001b[2J\\u009b\\u202e\\u2028\\ud800\\uffff\\u200b\\ufeff");
        assertThat(Sanitizer.visible("Grüße, 漢字 und 😀")).isEqualTo("Grüße, 漢字 und 😀");
    }
}
