package dev.replaylint.catalog;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.program.Wildcards;
import dev.replaylint.testing.RandomTexts;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GlobsTest {

    /** What is told without the wildcards' own way to match is what that tells. */
    @Test
    void shortWaysLeadToTheSame() {
        Random random = new Random(9);
        int matches = 0;
        for (int i = 0; i < 20_000; i++) {
            String glob = RandomTexts.of(random, "ab.**", 6);
            String name = RandomTexts.of(random, "ab.$", 7);
            boolean type = Globs.matchesType(glob, name);
            boolean member = Globs.matchesName(glob, name);
            assertWithMessage("type %s and %s", glob, name)
                    .that(type)
                    .isEqualTo(new Wildcards(glob, ".$", Wildcards.Least.NOTHING).matches(name));
            assertWithMessage("member %s and %s", glob, name)
                    .that(member)
                    .isEqualTo(new Wildcards(glob, "", Wildcards.Least.NOTHING).matches(name));
            matches += type || member ? 1 : 0;
        }
        assertThat(matches).isGreaterThan(1_000);
    }
}
