package dev.replaylint.suppression;

import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Fingerprint;
import dev.replaylint.rule.Severity;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Findings that were there when somebody accepted them.
 *
 * @param accepted how many findings of each kind
 */
public record Baseline(SortedMap<Entry, Integer> accepted) {

    /** Accepts nothing. */
    public static final Baseline EMPTY = new Baseline(new TreeMap<>());

    public Baseline {
        accepted = Collections.unmodifiableSortedMap(new TreeMap<>(accepted));
    }

    /**
     * Findings that cannot be told apart.
     *
     * @param fingerprint what they are known by
     * @param severity how bad they are, whatever the configuration says: one that got worse is not accepted any more
     */
    public record Entry(Fingerprint fingerprint, Severity severity) implements Comparable<Entry> {

        /** By class, member, rule, subject and severity. */
        private static final Comparator<Entry> ORDER = Comparator.<Entry, String>comparing(
                        e -> e.fingerprint().type())
                .thenComparing(e -> e.fingerprint().member())
                .thenComparing(e -> e.fingerprint().rule())
                .thenComparing(e -> e.fingerprint().subject())
                .thenComparing(Entry::severity);

        static Entry of(Finding finding) {
            return new Entry(Fingerprint.of(finding.fingerprint()), finding.severity());
        }

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }

        /** {@code shop.PriceService quote: error wall-clock, Instant.now}. */
        @Override
        public String toString() {
            return fingerprint.type() + " " + fingerprint.member() + ": " + severity.label() + " " + fingerprint.rule()
                    + ", " + fingerprint.subject();
        }
    }

    /** What accepts these findings and no other. */
    public static Baseline of(Collection<Finding> findings) {
        SortedMap<Entry, Integer> accepted = new TreeMap<>();
        findings.forEach(f -> accepted.merge(Entry.of(f), 1, Integer::sum));
        return new Baseline(accepted);
    }

    /** This and what another one accepts. */
    public Baseline and(Baseline other) {
        SortedMap<Entry, Integer> both = new TreeMap<>(accepted);
        other.accepted.forEach((e, n) -> both.merge(e, n, Integer::sum));
        return new Baseline(both);
    }

    /** How many findings of each kind it accepts more than another one; less than zero if fewer. */
    public SortedMap<Entry, Integer> minus(Baseline other) {
        SortedMap<Entry, Integer> difference = new TreeMap<>(accepted);
        other.accepted.forEach((e, n) -> difference.merge(e, -n, Integer::sum));
        difference.values().removeIf(n -> n == 0);
        return difference;
    }

    /** How many findings it accepts. */
    public int size() {
        return accepted.values().stream().mapToInt(n -> n).sum();
    }
}
