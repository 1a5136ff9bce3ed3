package dev.replaylint.suppression;

import dev.replaylint.program.Names;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Fingerprint;
import dev.replaylint.rule.Severity;
import dev.replaylint.rule.Suppressed;
import dev.replaylint.suppression.Baseline.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a baseline makes of findings.
 *
 * @param open findings that it does not accept
 * @param accepted the others
 * @param needed the baseline without what is stale, under the names that classes have now
 * @param stale how many findings it accepts that are not there any more
 */
public record Acceptance(List<Finding> open, List<Suppressed> accepted, Baseline needed, int stale) {

    public Acceptance {
        open = List.copyOf(open);
        accepted = List.copyOf(accepted);
    }

    /**
     * What is known of the code besides its findings.
     *
     * @param exists whether there is a class of this name
     * @param decided whether all that a rule reports in a class was looked for; the entries of others stay as they are
     */
    public record Knowledge(Predicate<String> exists, Predicate<Entry> decided) {}

    /** Applies a baseline. */
    public static Acceptance of(Baseline baseline, Collection<Finding> findings, Knowledge knowledge) {
        return new Matching(baseline, knowledge).match(findings);
    }

    /** The baseline that accepts all findings. */
    public Baseline grown() {
        return needed.and(Baseline.of(open));
    }

    /** Finds an entry for each finding. */
    private static final class Matching {
        private final Knowledge knowledge;
        private final NavigableMap<Entry, Integer> free;
        private final NavigableMap<Entry, Integer> needed = new TreeMap<>();
        private final List<Suppressed> accepted = new ArrayList<>();

        Matching(Baseline baseline, Knowledge knowledge) {
            this.knowledge = knowledge;
            this.free = new TreeMap<>(baseline.accepted());
        }

        /** The worst first: what accepts them accepts milder ones, too. */
        Acceptance match(Collection<Finding> findings) {
            List<Finding> sorted = findings.stream()
                    .sorted(Comparator.comparing(Finding::severity).thenComparing(Comparator.naturalOrder()))
                    .toList();
            List<Finding> left = rest(sorted, this::exact);
            List<Entry> gone = free.keySet().stream()
                    .filter(e -> !knowledge.exists().test(e.fingerprint().type()))
                    .toList();
            List<Finding> open = rest(left, wanted -> moved(wanted, gone));
            keepUndecided();
            return new Acceptance(open, accepted, new Baseline(needed), new Baseline(free).size());
        }

        private void keepUndecided() {
            for (Entry entry : List.copyOf(free.keySet())) {
                if (!knowledge.decided().test(entry)) {
                    needed.merge(entry, free.getOrDefault(entry, 0), Integer::sum);
                    free.remove(entry);
                }
            }
        }

        private List<Finding> rest(List<Finding> findings, Function<Entry, Optional<Entry>> entries) {
            List<Finding> rest = new ArrayList<>();
            for (Finding finding : findings) {
                Entry wanted = Entry.of(finding);
                entries.apply(wanted).ifPresentOrElse(e -> take(e, wanted, finding), () -> rest.add(finding));
            }
            return rest;
        }

        /** The entry that accepts least of what is as bad or worse. */
        private Optional<Entry> exact(Entry wanted) {
            return Arrays.stream(Severity.values())
                    .filter(s -> s.atLeast(wanted.severity()))
                    .map(s -> new Entry(wanted.fingerprint(), s))
                    .filter(free::containsKey)
                    .max(Comparator.comparing(Entry::severity));
        }

        /** A class that is gone, and one of its name in another package, are one that was moved. */
        private Optional<Entry> moved(Entry wanted, List<Entry> gone) {
            return gone.stream()
                    .filter(e -> free.containsKey(e) && e.severity().atLeast(wanted.severity()))
                    .filter(e -> withoutPackage(e).equals(withoutPackage(wanted)))
                    .max(Comparator.comparing(Entry::severity));
        }

        private static Fingerprint withoutPackage(Entry entry) {
            Fingerprint whole = entry.fingerprint();
            return new Fingerprint(whole.rule(), Names.withoutPackage(whole.type()), whole.member(), whole.subject());
        }

        private void take(Entry entry, Entry wanted, Finding finding) {
            free.computeIfPresent(entry, (e, n) -> n > 1 ? n - 1 : null);
            needed.merge(wanted, 1, Integer::sum);
            accepted.add(new Suppressed(finding, Suppressed.How.BASELINE, ""));
        }
    }
}
