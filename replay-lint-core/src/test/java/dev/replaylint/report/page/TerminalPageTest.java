package dev.replaylint.report.page;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.report.RulePages;
import dev.replaylint.report.page.TerminalPage.Line;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rules.Rules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages as a terminal shows them. */
final class TerminalPageTest {

    private static final int COLUMNS = 93;

    private static final String PAGE = """
            # a-rule

            ## What it reports

            A clock that `replayed code`
            reads, see [another](another.md) rule.
            - one item that goes
              on here
            - two

            ```java
                int a   = 1;

                int bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb = 2;
            ```

            | Operation | Leaves |
            |---|---|
            | `map` | 244 |
            """;

    private static final String LAID_OUT = """

            What it reports

            A clock that `replayed
            code` reads, see another
            rule.

            - one item that goes on
              here
            - two

                int a   = 1;

                int bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb = 2;

            Operation  Leaves
            `map`      244
            """;

    private static List<String> lines(String page, int columns) {
        return TerminalPage.lines(page, columns).stream().map(Line::text).toList();
    }

    @Test
    void blocksAreLaidOut() {
        assertThat(String.join("\n", lines(PAGE, 24)) + "\n").isEqualTo(LAID_OUT);
    }

    @Test
    void everyPageIsReadable() {
        for (RuleInfo rule : Rules.infos()) {
            String page = RulePages.of(rule.name()).orElseThrow();
            for (Line line : TerminalPage.lines(page, COLUMNS)) {
                String text = line.text();
                assertWithMessage(rule.name()).that(text).doesNotContain("](");
                assertWithMessage(rule.name()).that(text).doesNotContain("```");
                assertWithMessage(rule.name() + ": " + text)
                        .that(text.startsWith("    ") || text.length() <= COLUMNS)
                        .isTrue();
            }
            assertWithMessage(rule.name())
                    .that(TerminalPage.lines(page, COLUMNS).stream()
                            .filter(Line::heading)
                            .count())
                    .isEqualTo(page.lines().filter(l -> l.startsWith("## ")).count());
        }
    }

    @Test
    void nothingOfAPageIsLost() {
        for (RuleInfo rule : Rules.infos()) {
            String page = RulePages.of(rule.name()).orElseThrow();
            String body = page.substring(page.indexOf('\n'));
            assertWithMessage(rule.name())
                    .that(words(String.join(" ", lines(page, COLUMNS))))
                    .isEqualTo(words(body.replaceAll("(?m)^(```.*|\\|[-| :]+\\||## )", "")
                            .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")));
        }
    }

    /** Without the bars between cells. */
    private static List<String> words(String text) {
        return Stream.of(text.strip().split("\\s+")).filter(w -> !w.equals("|")).toList();
    }
}
