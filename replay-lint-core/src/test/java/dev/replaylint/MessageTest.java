package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.rule.Finding;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rules.Rules;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Pairs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of every message that the fixtures and the pairs produce. */
final class MessageTest {

    private static final List<Finding> FINDINGS = Stream.concat(
                    Fixtures.fromSources().findings().stream(), Pairs.fromSources().findings().stream())
            .toList();

    @Test
    void messagesAreOneLowerCaseSentence() {
        assertThat(FINDINGS).isNotEmpty();
        for (Finding finding : FINDINGS) {
            String message = finding.message();
            assertWithMessage(message).that(message).matches("[`a-z].*[^.!]");
            assertWithMessage(message).that(message).doesNotContain("\n");
            assertWithMessage(message).that(message).doesNotContain(". ");
            assertWithMessage(message)
                    .that(message.chars().filter(c -> c == '`').count() % 2)
                    .isEqualTo(0);
            assertWithMessage(message).that(message).containsMatch("`[^`]+`");
        }
    }

    @Test
    void messagesDoNotForbid() {
        for (Finding finding : FINDINGS) {
            String message = finding.message();
            for (String word : new String[] {"forbidden", "bad ", "should", "must", "never", "illegal"}) {
                assertWithMessage(message).that(message).doesNotContain(word);
            }
        }
    }

    @Test
    void helpIsAnImperativeInLowerCase() {
        for (Finding finding : FINDINGS) {
            assertWithMessage(finding.help()).that(finding.help()).matches("[a-z].*[^.]");
        }
    }

    @Test
    void everyPathLeadsFromAnEntryPointToTheFinding() {
        for (Finding finding : FINDINGS) {
            assertWithMessage(finding.toString()).that(finding.path()).isNotEmpty();
            assertWithMessage(finding.toString())
                    .that(finding.path().stream().anyMatch(f -> f.location().equals(finding.location())))
                    .isTrue();
        }
    }

    @Test
    void summariesAreLowerCasePhrases() {
        for (RuleInfo rule : Rules.infos()) {
            assertWithMessage(rule.name()).that(rule.summary()).matches("[a-z].*[^.]");
            assertWithMessage(rule.name()).that(rule.name()).matches("[a-z]+(-[a-z]+)*");
        }
    }
}
