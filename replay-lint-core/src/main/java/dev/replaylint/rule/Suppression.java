package dev.replaylint.rule;

import dev.replaylint.program.Note;
import java.util.Optional;

/**
 * A rule that somebody wrote down in code to have its findings suppressed there.
 *
 * @param rule what is written for its name; all that is written, if no name can be found in it
 * @param reason why; empty if nobody says
 * @param form how it is written
 * @param about where it is, and which code it is about
 * @param state what became of it
 * @param nearest the name that was probably meant, if there is no such rule
 */
public record Suppression(
        String rule, String reason, Form form, Note.About about, State state, Optional<String> nearest) {

    /** How suppressions are written. */
    public enum Form {
        ANNOTATION("@SuppressReplayWarnings(value = \"%s\", reason = \"…\")"),
        WARNING("@SuppressWarnings(\"replay-lint:%s: …\")"),
        COMMENT("// replay-lint: allow %s: …");

        private final String pattern;

        Form(String pattern) {
            this.pattern = pattern;
        }

        /** How it is written for a rule, with a reason. */
        public String example(String rule) {
            return String.format(pattern, rule);
        }
    }

    /** What became of a suppression. */
    public enum State {
        /** It suppresses a finding. */
        USED,
        /** There is no such finding. */
        STALE,
        /** There is no such finding, but the rule did not run, or some of the code could not be analysed. */
        UNDECIDED,
        /** There is no such rule. */
        UNKNOWN,
        /** The rule is one about suppressions. */
        USELESS,
        /** It is not written as suppressions are. */
        UNREADABLE
    }

    /** The same with another state. */
    public Suppression in(State other) {
        return new Suppression(rule, reason, form, about, other, nearest);
    }
}
