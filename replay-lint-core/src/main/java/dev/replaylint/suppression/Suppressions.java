package dev.replaylint.suppression;

import dev.replaylint.program.Note;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Suppressed;
import dev.replaylint.rule.Suppression;
import dev.replaylint.rule.Suppression.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The suppressions that are written in the code of an analysis. */
public final class Suppressions {

    private final List<Suppression> written;

    private Suppressions(List<Suppression> written) {
        this.written = written;
    }

    /** What to look for in code. */
    public static Note.Query query() {
        return Spelling.QUERY;
    }

    /**
     * Reads suppressions.
     *
     * @param rules names of the rules whose findings can be suppressed
     * @param useless names of rules whose findings cannot be
     */
    public static Suppressions of(List<Note> notes, Set<String> rules, Set<String> useless) {
        Spelling spelling = new Spelling(rules, useless);
        return new Suppressions(
                notes.stream().flatMap(n -> spelling.read(n).stream()).toList());
    }

    /**
     * What comes of suppressing.
     *
     * @param open findings that nobody suppresses
     * @param suppressed the others
     * @param suppressions with what became of each
     */
    public record Outcome(List<Finding> open, List<Suppressed> suppressed, List<Suppression> suppressions) {
        public Outcome {
            open = List.copyOf(open);
            suppressed = List.copyOf(suppressed);
            suppressions = List.copyOf(suppressions);
        }
    }

    /**
     * Suppresses findings.
     *
     * @param decided rules that have reported all there is to report; of no other a suppression is stale
     */
    public Outcome apply(Collection<Finding> findings, Set<String> decided) {
        boolean[] used = new boolean[written.size()];
        List<Finding> open = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Suppression> narrowest = IntStream.range(0, written.size())
                    .filter(i -> covers(written.get(i), finding))
                    .peek(i -> used[i] = true)
                    .mapToObj(written::get)
                    .min(Comparator.comparingInt(s -> s.about().lines().size()));
            narrowest.ifPresentOrElse(
                    s -> suppressed.add(new Suppressed(finding, Suppressed.How.CODE, s.reason())),
                    () -> open.add(finding));
        }
        List<Suppression> judged = IntStream.range(0, written.size())
                .mapToObj(i -> judged(written.get(i), used[i], decided))
                .toList();
        return new Outcome(open, suppressed, judged);
    }

    private static boolean covers(Suppression suppression, Finding finding) {
        return suppression.rule().equals(finding.rule())
                && suppression
                        .about()
                        .location()
                        .file()
                        .equals(finding.location().file())
                && suppression.about().lines().contains(finding.location().line());
    }

    private static Suppression judged(Suppression suppression, boolean used, Set<String> decided) {
        if (suppression.state() != State.UNDECIDED) {
            return suppression;
        }
        if (used) {
            return suppression.in(State.USED);
        }
        return decided.contains(suppression.rule()) ? suppression.in(State.STALE) : suppression;
    }
}
