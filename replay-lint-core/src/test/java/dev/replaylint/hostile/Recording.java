package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.Committed;
import dev.replaylint.ReplayLint;
import dev.replaylint.manifest.Update;
import dev.replaylint.program.Problem;
import dev.replaylint.rule.Fingerprint;
import dev.replaylint.rule.Severity;
import dev.replaylint.suppression.Baseline;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the goals that record would write if some of the files are broken: nothing of these, and nothing less about them. */
final class Recording {

    private Recording() {}

    /** What is committed: a finding accepted in each of the files, which are named as below a source root. */
    static Committed of(Collection<String> files) {
        Map<Baseline.Entry, Integer> accepted =
                files.stream().collect(Collectors.toMap(Recording::accepted, file -> 1, (a, b) -> a));
        return Committed.baseline(new Baseline(new TreeMap<>(accepted)));
    }

    private static Baseline.Entry accepted(String file) {
        return new Baseline.Entry(
                new Fingerprint("wall-clock", className(file), "of()", "accepted before"), Severity.ERROR);
    }

    private static String className(String file) {
        return file.substring(0, file.lastIndexOf('.')).replace('/', '.');
    }

    /** Checks that broken files among those below {@code root} are lost, and that nothing is recorded then. */
    static void check(ReplayLint.Analysis analysis, Committed before, Path root) {
        List<Problem> broken = analysis.report().problems().stream()
                .filter(p -> p.file().startsWith(root.toString()))
                .toList();
        broken.forEach(p -> assertWithMessage(p.toString()).that(p.lost()).isTrue());
        boolean lost = analysis.report().problems().stream().anyMatch(Problem::lost);
        assertThat(analysis.comparison().isEmpty()).isEqualTo(lost);
        assertThat(recorded(analysis).stream().filter(isIn(broken, root)).toList())
                .isEmpty();
        if (lost) {
            assertThat(analysis.acceptance().orElseThrow().needed().accepted())
                    .isEqualTo(before.baseline().orElseThrow().accepted());
        }
    }

    /** Handlers that would be in the manifest. */
    private static List<String> recorded(ReplayLint.Analysis analysis) {
        return analysis.comparison()
                .map(c -> Update.of(c, Optional.of("a test")))
                .map(u -> List.copyOf(u.manifest().handlers().keySet()))
                .orElse(List.of());
    }

    private static Predicate<String> isIn(List<Problem> broken, Path root) {
        List<String> classes = broken.stream()
                .map(p ->
                        className(root.relativize(Path.of(p.file())).toString().replace('\\', '/')))
                .toList();
        return handler -> classes.stream().anyMatch(handler::startsWith);
    }
}
