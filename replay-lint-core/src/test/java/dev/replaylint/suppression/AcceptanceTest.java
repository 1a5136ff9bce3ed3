package dev.replaylint.suppression;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.program.Location;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import dev.replaylint.rule.Severity;
import dev.replaylint.suppression.Acceptance.Knowledge;
import dev.replaylint.suppression.Baseline.Entry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which findings a baseline accepts, and what is left of it. */
final class AcceptanceTest {

    private static final String NOW = "wall-clock|shop.A|pay|Instant.now";

    private static final Knowledge ALL = new Knowledge(t -> true, e -> true);

    private static Finding finding(String fingerprint, Severity severity, int line) {
        Location at = new Location("shop/A.java", line, 7);
        return new Finding(
                "wall-clock", severity, at, "A.pay", "message", List.of(new Frame("A.pay", at)), "help", fingerprint);
    }

    private static Finding error(String fingerprint, int line) {
        return finding(fingerprint, Severity.ERROR, line);
    }

    private static Baseline baseline(Map<Entry, Integer> accepted) {
        return new Baseline(new TreeMap<>(accepted));
    }

    private static Entry entry(String fingerprint, Severity severity) {
        return BaselineTextTest.entry(fingerprint, severity);
    }

    @Test
    void asManyAreAcceptedAsWereThere() {
        List<Finding> findings = List.of(error(NOW, 3), error(NOW, 4), error(NOW, 5));
        Acceptance acceptance = Acceptance.of(baseline(Map.of(entry(NOW, Severity.ERROR), 2)), findings, ALL);
        assertThat(acceptance.open()).containsExactly(error(NOW, 5));
        assertThat(acceptance.accepted()).hasSize(2);
        assertThat(acceptance.stale()).isEqualTo(0);
        assertThat(acceptance.grown()).isEqualTo(baseline(Map.of(entry(NOW, Severity.ERROR), 3)));
    }

    @Test
    void whatIsNotThereAnyMoreIsStale() {
        Baseline before =
                baseline(Map.of(entry(NOW, Severity.ERROR), 3, entry("any-of|shop.B|m|anyOf", Severity.INFO), 2));
        Acceptance acceptance = Acceptance.of(before, List.of(error(NOW, 9)), ALL);
        assertThat(acceptance.open()).isEmpty();
        assertThat(acceptance.stale()).isEqualTo(4);
        assertThat(acceptance.needed()).isEqualTo(baseline(Map.of(entry(NOW, Severity.ERROR), 1)));
        assertThat(acceptance.needed().minus(before))
                .containsExactly(entry(NOW, Severity.ERROR), -2, entry("any-of|shop.B|m|anyOf", Severity.INFO), -2);
    }

    @Test
    void whatGotWorseIsNotAccepted() {
        Baseline before = baseline(Map.of(entry(NOW, Severity.WARNING), 1));
        Acceptance acceptance = Acceptance.of(before, List.of(error(NOW, 3)), ALL);
        assertThat(acceptance.open()).containsExactly(error(NOW, 3));
        assertThat(acceptance.stale()).isEqualTo(1);
    }

    @Test
    void whatGotMilderIsAcceptedAsThat() {
        Baseline before = baseline(Map.of(entry(NOW, Severity.ERROR), 1));
        Acceptance acceptance = Acceptance.of(before, List.of(finding(NOW, Severity.INFO, 3)), ALL);
        assertThat(acceptance.open()).isEmpty();
        assertThat(acceptance.stale()).isEqualTo(0);
        assertThat(acceptance.needed()).isEqualTo(baseline(Map.of(entry(NOW, Severity.INFO), 1)));
    }

    @Test
    void theWorstFindingTakesTheWorstEntry() {
        Baseline before = baseline(Map.of(entry(NOW, Severity.ERROR), 1, entry(NOW, Severity.INFO), 1));
        List<Finding> findings = List.of(finding(NOW, Severity.INFO, 2), error(NOW, 3));
        assertThat(Acceptance.of(before, findings, ALL).open()).isEmpty();
    }

    @Test
    void aClassMayMoveToAnotherPackage() {
        Baseline before = baseline(Map.of(entry(NOW, Severity.ERROR), 1));
        Finding moved = error(NOW.replace("shop.A", "shop.pay.A"), 3);
        Acceptance acceptance =
                Acceptance.of(before, List.of(moved), new Knowledge(t -> !t.equals("shop.A"), e -> true));
        assertThat(acceptance.open()).isEmpty();
        assertThat(acceptance.stale()).isEqualTo(0);
        assertThat(acceptance.needed()).isEqualTo(Baseline.of(List.of(moved)));
    }

    @Test
    void aCopyOfAClassIsNew() {
        Baseline before = baseline(Map.of(entry(NOW, Severity.ERROR), 2));
        Finding copied = error(NOW.replace("shop.A", "shop.pay.A"), 3);
        Acceptance acceptance = Acceptance.of(before, List.of(error(NOW, 3), copied), ALL);
        assertThat(acceptance.open()).containsExactly(copied);
    }

    @Test
    void aClassOfAnotherNameIsNew() {
        Baseline before = baseline(Map.of(entry(NOW, Severity.ERROR), 1));
        Finding other = error(NOW.replace("shop.A", "shop.B"), 3);
        Acceptance acceptance = Acceptance.of(before, List.of(other), new Knowledge(t -> false, e -> true));
        assertThat(acceptance.open()).containsExactly(other);
    }

    @Test
    void whatWasNotLookedForStays() {
        Baseline before = baseline(Map.of(entry(NOW, Severity.ERROR), 2));
        Acceptance acceptance = Acceptance.of(before, List.of(error(NOW, 3)), new Knowledge(t -> true, e -> false));
        assertThat(acceptance.needed()).isEqualTo(before);
        assertThat(acceptance.stale()).isEqualTo(0);
    }

    @Test
    void numbersOfNestedClassesDoNotCount() {
        SortedMap<Entry, Integer> accepted = new TreeMap<>();
        for (String type : Set.of("shop.A$1", "shop.A$2", "shop.A$1$3", "shop.A")) {
            accepted.put(entry(NOW.replace("shop.A", type), Severity.ERROR), 1);
        }
        assertThat(accepted).hasSize(1);
        assertThat(entry(NOW.replace("shop.A", "shop.A$2Local"), Severity.ERROR)
                        .fingerprint()
                        .type())
                .isEqualTo("shop.A$Local");
        assertThat(entry(NOW.replace("shop.A", "shop.A$B2"), Severity.ERROR)
                        .fingerprint()
                        .type())
                .isEqualTo("shop.A$B2");
    }
}
