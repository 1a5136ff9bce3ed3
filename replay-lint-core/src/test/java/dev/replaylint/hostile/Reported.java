package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.hostile.HostileInput.Said;
import dev.replaylint.program.Problem;
import java.util.List;
import java.util.Optional;

/** What is said of hostile things: one line, of the thing itself. */
final class Reported {

    private static final int LONGEST = 200;

    private Reported() {}

    /** Checks that just this is said. */
    static void check(List<Problem> problems, Optional<Said> said) {
        if (said.isEmpty()) {
            assertThat(problems).isEmpty();
            return;
        }
        assertThat(problems).hasSize(1);
        Problem problem = problems.get(0);
        assertThat(problem.file().replace('\\', '/')).endsWith(said.get().file());
        if (said.get().line() != HostileInput.ANY_LINE) {
            assertThat(problem.line()).isEqualTo(said.get().line());
        }
        assertThat(problem.reason()).contains(said.get().reason());
        assertThat(problem.lost()).isEqualTo(said.get().lost());
        checkForm(problems);
    }

    /** Checks that everything that is said is one short line. */
    static void checkForm(List<Problem> problems) {
        for (Problem problem : problems) {
            assertWithMessage(problem.reason())
                    .that(problem.reason().lines().count())
                    .isEqualTo(1);
            assertWithMessage(problem.reason()).that(problem.reason().length()).isAtMost(LONGEST);
        }
    }
}
