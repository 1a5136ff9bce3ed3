package dev.replaylint.program;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.program.Wildcards.Least;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {

    @ParameterizedTest
    @CsvSource({
        "a.b.C, a.b.C, true, true",
        "a.b.C, a.b.CD, false, false",
        "a.*.C, a.b.C, true, true",
        "a.*.C, a.b.c.C, false, false",
        "a.*C, a.C, true, false",
        "a.b*, a.b, true, false",
        "a.b*, a.bC, true, true",
        "a.b*, a.b$C, false, true",
        "**.C, a.b.C, true, true",
        "**.C, C, true, false",
        "**.C, a.bC, false, false",
        "a.**, a.b.c.D, true, true",
        "a.**, a., true, false",
        "a.**.b.*D, a.b.xD, true, false",
        "a.**.b.*D, a.x.y.b.xD, true, true",
        "*a*a*b, aaaaaaaaaaaaaaaaab, true, true",
        "*a*a*b, aaaaaaaaaaaaaaaaac, false, false",
        "**, a.b, true, true",
        "*, '', true, false",
    })
    void standForPartsOfNames(String pattern, String name, boolean nothing, boolean character) {
        assertWithMessage("nothing at least")
                .that(new Wildcards(pattern, ".$", Least.NOTHING).matches(name))
                .isEqualTo(nothing);
        assertWithMessage("one at least")
                .that(new Wildcards(pattern, ".", Least.ONE_CHARACTER).matches(name))
                .isEqualTo(character);
    }

    @ParameterizedTest
    @CsvSource({
        "a.*B, a.bB$C$1, true",
        "a.*B, a.bBC$D, false",
        "a.B, a.B, true",
        "a.B, a.B$, true",
        "a.B$C, a.B$C$D, true"
    })
    void mayEndBeforeACharacter(String pattern, String name, boolean expected) {
        assertWithMessage(pattern)
                .that(new Wildcards(pattern, ".", Least.ONE_CHARACTER).matches(name, "$"))
                .isEqualTo(expected);
    }
}
