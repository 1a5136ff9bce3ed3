package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.rule.Finding;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rules.Rules;
import dev.replaylint.testing.Fixtures;
import org.junit.jupiter.api.Test;

/** The form of every message that the fixtures produce. */
final class MessageTest {

    @Test
    void messagesAreOneLowerCaseSentence() {
        assertThat(Fixtures.fromSources().findings()).isNotEmpty();
        for (Finding finding : Fixtures.fromSources().findings()) {
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
        for (Finding finding : Fixtures.fromSources().findings()) {
            String message = finding.message();
            for (String word : new String[] {"forbidden", "bad ", "should", "must", "never", "illegal"}) {
                assertWithMessage(message).that(message).doesNotContain(word);
            }
        }
    }

    @Test
    void helpIsAnImperativeInLowerCase() {
        for (Finding finding : Fixtures.fromSources().findings()) {
            assertWithMessage(finding.help()).that(finding.help()).matches("[a-z].*[^.]");
        }
    }

    @Test
    void everyPathLeadsFromAnEntryPointToTheFinding() {
        for (Finding finding : Fixtures.fromSources().findings()) {
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
