package dev.replaylint.program;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.program.Wildcards.Least;
import dev.replaylint.testing.RandomTexts;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names with wildcards, held against regular expressions that try all ways to match. */
final class WildcardsTest {

    @ParameterizedTest
    @CsvSource({
        "a.b.*Client, a.b.HttpClient, true",
        "a.b.*Client, a.b.Client, true",
        "a.b.*Client, a.b.c.Client, false",
        "a.b.*, a.b.C$D, false",
        "a.**.C, a.C, true",
        "a.**.C, a.b.c.C, true",
        "a.**.C, a.bC, false",
        "a.**, a., true",
        "a***b, a.c.b, true",
    })
    void starsMayStandForNothing(String pattern, String name, boolean matches) {
        assertThat(new Wildcards(pattern, ".$", Least.NOTHING).matches(name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "shop.*Test, shop.ATest, true",
        "shop.*Test, shop.Test, false",
        "shop.*Test, shop.a.Test, false",
        "old.**, old.a.B, true",
        "old.**, old., false",
        "shop.A, shop.A$B$C, true",
        "shop.A, shop.AB, false",
        "shop.A*, shop.A$B, true",
    })
    void starsMayStandForOneCharacterAtLeast(String pattern, String name, boolean matches) {
        assertThat(new Wildcards(pattern, ".", Least.ONE_CHARACTER).matches(name, "$"))
                .isEqualTo(matches);
    }

    @Test
    void anyPatternMatchesWhatItsExpressionDoes() {
        Random random = new Random(8);
        int matches = 0;
        for (int i = 0; i < 20_000; i++) {
            String pattern = RandomTexts.of(random, "ab.**", 6);
            String name = RandomTexts.of(random, "ab.$", 7);
            boolean nothing = new Wildcards(pattern, ".$", Least.NOTHING).matches(name);
            boolean one = new Wildcards(pattern, ".", Least.ONE_CHARACTER).matches(name, "$");
            assertWithMessage("%s and %s", pattern, name)
                    .that(nothing)
                    .isEqualTo(name.matches(expression(pattern, "(?:.*\\.)?", ".*", "[^.$]*")));
            assertWithMessage("%s and %s", pattern, name)
                    .that(one)
                    .isEqualTo(name.matches(expression(pattern, ".+\\.", ".+", "[^.]+") + "(\\$.*)?"));
            matches += nothing || one ? 1 : 0;
        }
        assertThat(matches).isGreaterThan(1_000);
    }

    private static String expression(String pattern, String packages, String parts, String part) {
        StringBuilder expression = new StringBuilder();
        for (int at = 0; at < pattern.length(); ) {
            if (pattern.startsWith("**.", at)) {
                expression.append(packages);
                at += 3;
            } else if (pattern.startsWith("**", at)) {
                expression.append(parts);
                at += 2;
            } else if (pattern.charAt(at) == '*') {
                expression.append(part);
                at++;
            } else {
                expression.append(Pattern.quote(pattern.substring(at, ++at)));
            }
        }
        return expression.toString();
    }

    /** Where all ways to match are tried, this ends in no time that a build has. */
    @ParameterizedTest
    @ValueSource(strings = {"*a", "**a", "a*"})
    void manyStarsInALongName(String part) {
        Wildcards wildcards = new Wildcards(part.repeat(200) + "b", ".", Least.NOTHING);
        assertThat(wildcards.matches("a".repeat(60_000))).isFalse();
        assertThat(wildcards.matches("a".repeat(60_000) + "b")).isTrue();
    }
}
