package dev.replaylint.suppression;

import dev.replaylint.program.Names;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Fingerprint;
import dev.replaylint.rule.Suppressed;
import dev.replaylint.suppression.Baseline.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
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
        private final SortedMap<Entry, Integer> free;
        private final SortedMap<Entry, Integer> needed = new TreeMap<>();
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
            List<Finding> left = rest(sorted, (e, f) -> e.fingerprint().equals(f));
            List<Finding> open = rest(left, this::isMoved);
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

        private List<Finding> rest(List<Finding> findings, BiPredicate<Entry, Fingerprint> fits) {
            List<Finding> rest = new ArrayList<>();
            for (Finding finding : findings) {
                Entry wanted = Entry.of(finding);
                Optional<Entry> entry = free.keySet().stream()
                        .filter(e -> e.severity().atLeast(wanted.severity()) && fits.test(e, wanted.fingerprint()))
                        .max(Comparator.comparing(Entry::severity));
                entry.ifPresentOrElse(e -> take(e, wanted, finding), () -> rest.add(finding));
            }
            return rest;
        }

        private void take(Entry entry, Entry wanted, Finding finding) {
            free.computeIfPresent(entry, (e, n) -> n > 1 ? n - 1 : null);
            needed.merge(wanted, 1, Integer::sum);
            accepted.add(new Suppressed(finding, Suppressed.How.BASELINE, ""));
        }

        /** A class that is gone, and one of its name in another package, are one that was moved. */
        private boolean isMoved(Entry entry, Fingerprint wanted) {
            Fingerprint before = entry.fingerprint();
            return before.rule().equals(wanted.rule())
                    && Names.withoutPackage(before.type()).equals(Names.withoutPackage(wanted.type()))
                    && before.member().equals(wanted.member())
                    && before.subject().equals(wanted.subject())
                    && !knowledge.exists().test(before.type());
        }
    }
}
