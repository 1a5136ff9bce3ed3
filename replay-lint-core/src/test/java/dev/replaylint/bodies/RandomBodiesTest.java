package dev.replaylint.bodies;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import dev.replaylint.rule.Severity;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Control flow as compilers really write it: what both front ends say of random bodies. More of them with
 * {@code -Dbodies.handlers=1000}, others with {@code -Dbodies.seed=1}.
 */
final class RandomBodiesTest {

    private static final int HANDLERS = Integer.getInteger("bodies.handlers", 60);
    private static final long SEED = Long.getLong("bodies.seed", 0);

    /** What the statements do not do: see statements.txt. */
    private static final Set<String> IMPOSSIBLE = Set.of("wall-clock", "replaying-branch", "unstable-operation-name");

    @TempDir
    static Path directory;

    private static Report sources;
    private static Report classes;

    @BeforeAll
    static void analyze() {
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < HANDLERS; i++) {
            files.put("bodies/Body" + i + ".java", RandomBody.handler("Body" + i, SEED + i));
        }
        Path root = Programs.write(directory.resolve("src"), files);
        Path compiled = Programs.compile(root, directory.resolve("classes"), Fixtures.classPath());
        ReplayLint analyzer = new ReplayLint(Configuration.defaults());
        sources = analyzer.analyze(
                        new ReplayLint.Sources(List.of(root), List.of(), Fixtures.classPath(), StandardCharsets.UTF_8))
                .report();
        classes = analyzer.analyze(new ReplayLint.Classes(List.of(compiled), Fixtures.classPath()))
                .report();
    }

    @Test
    void bothFrontEndsFindTheSame() {
        Set<String> differing = found(classes);
        found(sources).forEach(f -> {
            if (!differing.remove(f)) {
                differing.add(f + " in sources only");
            }
        });
        assertThat(differing).isEmpty();
    }

    @Test
    void clocksThatOnlyLogDecideNothing() {
        for (Report report : List.of(sources, classes)) {
            Set<String> wrong = found(report);
            wrong.removeIf(f -> IMPOSSIBLE.stream().noneMatch(r -> f.endsWith(Severity.ERROR + " " + r)));
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void bodiesHaveSomethingToSay() {
        assertThat(sources.incomplete()).isFalse();
        assertThat(classes.incomplete()).isFalse();
        assertThat(sources.findings().size()).isAtLeast(HANDLERS);
    }

    /** Errors and warnings: of a loop in a case of a {@code switch}, sources do not show that it repeats a name, which is an INFO. */
    private static Set<String> found(Report report) {
        Set<String> found = new TreeSet<>();
        report.findings().stream()
                .filter(f -> f.severity() != Severity.INFO)
                .forEach(f -> found.add(
                        f.location().file() + ":" + f.location().line() + " " + f.severity() + " " + f.rule()));
        return found;
    }
}
