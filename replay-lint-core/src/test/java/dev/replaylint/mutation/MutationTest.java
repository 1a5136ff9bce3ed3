package dev.replaylint.mutation;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.Configuration;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Severity;
import dev.replaylint.testing.Configurations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many known defects are found, and how much is said about none. The build tries some mutants, {@code -Dmutation.sites=1} all kinds
 * of them; {@code -Dbless=true} keeps what is found as what must be found. What is not found is listed in {@code target/mutation}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MutationTest {

    private static final int BATCH = 400;
    private static final Path REPORT = Path.of("target", "mutation");

    private final Selection selection = Selection.configured();
    private List<Mutant> mutants = List.of();
    private List<Written> uncompilable = List.of();
    private Score score = new Score(List.of());

    @BeforeAll
    void run(@TempDir Path directory) throws IOException {
        mutants = selection.of(CleanUnit.all());
        Laboratory laboratory = new Laboratory(directory, Configuration.defaults());
        score = new Score(laboratory.examine(mutants, BATCH));
        uncompilable = laboratory.uncompilable();
        Files.createDirectories(REPORT);
        Files.writeString(REPORT.resolve("summary.txt"), score.summary());
        Files.write(REPORT.resolve("survivors.txt"), score.survivors());
        Files.write(REPORT.resolve("false-alarms.txt"), score.falseAlarms());
        Files.write(REPORT.resolve("noise.txt"), score.noise());
        new BaselineFile(REPORT.resolve("cells.txt")).write(Cell.of(score.outcomes()));
    }

    @Test
    void thereAreManyCleanHandlers() {
        assertThat(CleanUnit.all().size()).isAtLeast(50);
    }

    @Test
    void thereAreManyOperators() {
        assertThat(operators(true)).isAtLeast(30);
        assertThat(operators(false)).isAtLeast(15);
    }

    private int operators(boolean defects) {
        return mutants.stream()
                .filter(m -> m.isDefect() == defects)
                .map(m -> m.kind().operator())
                .collect(Collectors.toSet())
                .size();
    }

    @Test
    void nearlyAllMutantsCompile() {
        assertWithMessage(uncompilable.stream()
                        .map(w -> w.mutant().toString())
                        .toList()
                        .toString())
                .that(100.0 * uncompilable.size() / mutants.size())
                .isAtMost(5.0);
    }

    @Test
    void whatMeansNothingChangesNothing() {
        assertThat(score.noise()).isEmpty();
    }

    @Test
    void noCellFalls() {
        Map<String, Cell> cells = Cell.of(score.outcomes());
        BaselineFile file = BaselineFile.of(selection);
        if (Boolean.getBoolean("bless")) {
            file.write(cells);
        }
        if (!file.exists()) {
            return;
        }
        List<String> fallen = new ArrayList<>();
        file.read().forEach((name, before) -> {
            Cell now = cells.get(name);
            if (now == null || now.isWorseThan(before)) {
                fallen.add(name + ": " + now + " after " + before);
            }
        });
        assertWithMessage("cells of " + file.path() + " that fell; target/mutation has the survivors")
                .that(fallen)
                .isEmpty();
    }

    @Test
    void theGoalsAreReached() {
        assertWithMessage(score.summary()).that(score.certain(Score.NEAR)).isAtLeast(98.0);
        assertWithMessage(score.summary()).that(score.certain(Score.SAME_CLASS)).isAtLeast(95.0);
        assertWithMessage(score.summary())
                .that(score.certain(Score.OTHER_CLASS))
                .isAtLeast(85.0);
        assertWithMessage(score.summary()).that(score.drift()).isAtLeast(95.0);
        assertWithMessage(score.summary()).that(score.overall()).isAtLeast(95.0);
    }

    /** With the rules of one half of the defects off, the rules of the other half do not get the credit. */
    @Test
    void hitsAreOfTheOperatorsOwnRules(@TempDir Path directory) {
        Map<String, Mutant> oneOfEach = new TreeMap<>();
        for (Mutant mutant : mutants) {
            if (mutant.isDefect() && mutant.kind().grade() != Mutant.Grade.DRIFT) {
                oneOfEach.putIfAbsent(mutant.kind().rules().toString(), mutant);
            }
        }
        List<Mutant> all = List.copyOf(oneOfEach.values());
        creditsNoOthers(all.subList(0, all.size() / 2), directory.resolve("first"));
        creditsNoOthers(all.subList(all.size() / 2, all.size()), directory.resolve("second"));
    }

    private static void creditsNoOthers(List<Mutant> half, Path directory) {
        Map<String, Optional<Severity>> off = new HashMap<>();
        half.forEach(m -> m.kind().rules().forEach(r -> off.put(r, Optional.empty())));
        for (Outcome outcome : new Laboratory(directory, Configurations.severities(off)).examine(half, BATCH)) {
            Set<String> allowed = outcome.written().mutant().kind().allowed();
            assertWithMessage(outcome.written().mutant().toString())
                    .that(outcome.findings().stream()
                            .map(Finding::rule)
                            .filter(r -> !allowed.contains(r))
                            .toList())
                    .isEmpty();
        }
    }
}
