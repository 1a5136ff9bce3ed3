package dev.replaylint.source;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class UnicodeEscapesTest {

    @Test
    void translatesEscapesWithAnyNumberOfU() {
        assertThat(UnicodeEscapes.in("a\\u0062\\uuu0063d").translated()).isEqualTo("abcd");
    }

    @Test
    void leavesWhatIsNoEscape() {
        assertThat(UnicodeEscapes.in("\\\\u0062 \\u00g0 \\u12").translated()).isEqualTo("\\\\u0062 \\u00g0 \\u12");
    }

    @Test
    void knowsTheLinesOfTheText() {
        UnicodeEscapes escapes = UnicodeEscapes.in("1\n2 \\u000a 2\n3\r\n4 \\u000d4\n5");

        assertThat(escapes.line(1)).isEqualTo(1);
        assertThat(escapes.line(2)).isEqualTo(2);
        assertThat(escapes.line(3)).isEqualTo(2);
        assertThat(escapes.line(4)).isEqualTo(3);
        assertThat(escapes.line(6)).isEqualTo(4);
        assertThat(escapes.line(7)).isEqualTo(5);
    }
}
