package dev.replaylint.suppression;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.program.Lines;
import dev.replaylint.program.Location;
import dev.replaylint.program.Note;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import dev.replaylint.rule.Severity;
import dev.replaylint.rule.Suppressed;
import dev.replaylint.rule.Suppression;
import dev.replaylint.rule.Suppression.State;
import dev.replaylint.suppression.Suppressions.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How suppressions are written, and what they suppress. */
final class SuppressionsTest {

    private static final Set<String> RULES = Set.of("wall-clock", "random-value", "any-of");
    private static final Set<String> USELESS = Set.of("stale-suppression");

    private static Note comment(int line, String text) {
        return new Note.Comment(text, about(line, line));
    }

    private static Note.About about(int first, int last) {
        return new Note.About(new Location("shop/A.java", first, 1), "shop.A", "pay", Lines.of(first, last));
    }

    private static Note annotation(String name, Map<String, List<String>> elements) {
        return new Note.Annotation(name, new TreeMap<>(elements), about(1, 9));
    }

    private static Note own(List<String> rules, String... reason) {
        return annotation("SuppressReplayWarnings", Map.of("value", rules, "reason", List.of(reason)));
    }

    private static Finding finding(String rule, int line) {
        Location at = new Location("shop/A.java", line, 7);
        return new Finding(
                rule,
                Severity.ERROR,
                at,
                "A.pay",
                "message",
                List.of(new Frame("A.pay", at)),
                "help",
                rule + "|shop.A");
    }

    private static List<Suppression> read(Note note) {
        return apply(List.of(note), List.of()).suppressions();
    }

    private static Outcome apply(List<Note> notes, List<Finding> findings) {
        return Suppressions.of(notes, RULES, USELESS).apply(findings, RULES);
    }

    private static String text(Suppression suppression) {
        return suppression.state() + " " + suppression.rule() + " (" + suppression.reason() + ")";
    }

    private static List<String> texts(Note note) {
        return read(note).stream().map(SuppressionsTest::text).toList();
    }

    @Test
    void commentsNameRulesAndAReason() {
        assertThat(texts(comment(1, "replay-lint: allow wall-clock: it is: fine")))
                .containsExactly("STALE wall-clock (it is: fine)");
        assertThat(texts(comment(1, "replay-lint:allow wall-clock,random-value :why")))
                .containsExactly("STALE wall-clock (why)", "STALE random-value (why)");
        assertThat(texts(comment(1, "replay-lint: allow wall-clock"))).containsExactly("STALE wall-clock ()");
        assertThat(texts(comment(1, "replay-lint: allow wall-clock:"))).containsExactly("STALE wall-clock ()");
    }

    @Test
    void commentsThatAreNotUnderstoodAreToldOf() {
        for (String text : List.of(
                "replay-lint: ignore wall-clock: why",
                "replay-lint: allow",
                "replay-lint: allow : why",
                "replay-lint: allow wall-clock because",
                "replay-lint: allow wall-clock random-value: why",
                "replay-lint:")) {
            assertThat(texts(comment(1, text))).containsExactly("UNREADABLE " + text + " ()");
        }
    }

    @Test
    void annotationsNameRulesAndAReason() {
        assertThat(texts(own(List.of("wall-clock", " any-of "), " why ")))
                .containsExactly("STALE wall-clock (why)", "STALE any-of (why)");
        assertThat(texts(own(List.of("wall-clock")))).containsExactly("STALE wall-clock ()");
        assertThat(texts(own(List.of()))).containsExactly("UNREADABLE @SuppressReplayWarnings ()");
    }

    @Test
    void theCompilersAnnotationIsOursWithAPrefixOnly() {
        assertThat(texts(annotation(
                        "SuppressWarnings",
                        Map.of("value", List.of("unchecked", "replay-lint:wall-clock: why", "wall-clock", "all")))))
                .containsExactly("STALE wall-clock (why)");
        assertThat(texts(annotation("SuppressWarnings", Map.of("value", List.of("replay-lint:any-of")))))
                .containsExactly("STALE any-of ()");
        assertThat(texts(annotation("SuppressWarnings", Map.of("value", List.of("replay-lint:")))))
                .containsExactly("UNREADABLE replay-lint: ()");
    }

    @Test
    void misspeltRulesAreToldApart() {
        Suppression misspelt = read(own(List.of("wall-clok"), "why")).get(0);
        assertThat(misspelt.state()).isEqualTo(State.UNKNOWN);
        assertThat(misspelt.nearest()).isEqualTo(Optional.of("wall-clock"));
        assertThat(read(own(List.of("S1234"), "why")).get(0).nearest()).isEqualTo(Optional.empty());
        assertThat(texts(own(List.of("stale-suppression"), "why"))).containsExactly("USELESS stale-suppression (why)");
        assertThat(texts(own(List.of("all"), "why"))).containsExactly("UNKNOWN all (why)");
    }

    @Test
    void findingsOfTheRuleInTheLinesAreSuppressed() {
        Outcome outcome = apply(
                List.of(own(List.of("wall-clock"), "why")),
                List.of(
                        finding("wall-clock", 1),
                        finding("wall-clock", 9),
                        finding("wall-clock", 10),
                        finding("any-of", 5)));
        assertThat(outcome.open()).containsExactly(finding("wall-clock", 10), finding("any-of", 5));
        assertThat(outcome.suppressed())
                .containsExactly(
                        new Suppressed(finding("wall-clock", 1), Suppressed.How.CODE, "why"),
                        new Suppressed(finding("wall-clock", 9), Suppressed.How.CODE, "why"));
        assertThat(outcome.suppressions().get(0).state()).isEqualTo(State.USED);
    }

    @Test
    void ofTwoSuppressionsTheNarrowerSaysWhyAndNeitherIsStale() {
        Outcome outcome = apply(
                List.of(own(List.of("wall-clock"), "wide"), comment(3, "replay-lint: allow wall-clock: narrow")),
                List.of(finding("wall-clock", 3)));
        assertThat(outcome.suppressed().get(0).reason()).isEqualTo("narrow");
        assertThat(outcome.suppressions().stream().map(Suppression::state).toList())
                .containsExactly(State.USED, State.USED);
    }

    @Test
    void withoutADecisionNothingIsStale() {
        Outcome outcome = Suppressions.of(List.of(own(List.of("wall-clock", "any-of"), "why")), RULES, USELESS)
                .apply(List.of(), Set.of("any-of"));
        assertThat(outcome.suppressions().stream().map(SuppressionsTest::text).toList())
                .containsExactly("UNDECIDED wall-clock (why)", "STALE any-of (why)");
    }

    @Test
    void linesMayBeApart() {
        Lines lines = Lines.of(new java.util.TreeSet<>(Set.of(3, 4, 5, 9, 11, 12)));
        assertThat(lines.spans()).containsExactly(new Lines.Span(3, 5), new Lines.Span(9, 9), new Lines.Span(11, 12));
        assertThat(lines.size()).isEqualTo(6);
        assertThat(lines.contains(8)).isFalse();
        assertThat(lines.contains(12)).isTrue();
    }
}
