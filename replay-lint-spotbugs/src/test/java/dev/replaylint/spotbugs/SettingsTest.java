package dev.replaylint.spotbugs;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.Iterables;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.SystemProperties;
import edu.umd.cs.findbugs.test.SpotBugsExtension;
import edu.umd.cs.findbugs.test.SpotBugsRunner;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What users set reaches the analysis, and what they set wrongly is said. */
@ExtendWith(SpotBugsExtension.class)
final class SettingsTest {

    private static final String NO_CLOCKS = "severities:\n  wall-clock: off\n";
    private static final String MANIFEST = """
            format: 1
            handlers:
              shop.Gone:
                - step pay
            ...
            """;

    @TempDir
    Path directory;

    private Shop shop;

    @BeforeEach
    void compile() {
        shop = Shop.in(directory);
    }

    @AfterEach
    void clear() {
        SystemProperties.removeProperty("replaylint.config");
        SystemProperties.removeProperty("replaylint.manifest");
    }

    @Test
    void withoutSettingsAllRulesRun(SpotBugsRunner spotBugs) {
        assertThat(analyze(spotBugs).lines()).containsExactly(Shop.CLOCK, Shop.NAME, Shop.PRINTED, Shop.PRINTED_WITHIN);
    }

    @Test
    void aResourceOfTheClassesConfigures(SpotBugsRunner spotBugs) {
        shop.resource("META-INF/replay-lint.yml", NO_CLOCKS);
        assertThat(analyze(spotBugs).lines()).containsExactly(Shop.NAME, Shop.PRINTED, Shop.PRINTED_WITHIN);
    }

    @Test
    void aResourceBesideASingleClassFileConfigures(SpotBugsRunner spotBugs) {
        shop.resource("META-INF/replay-lint.yml", "severities:\n  replay-logging: off\n");
        Analysis analysis = Analysis.of(spotBugs, List.of(shop.handler()), with(shop.classes()));
        assertThat(analysis.lines()).containsExactly(Shop.NAME, CALL_OF_CLOCK);
    }

    @Test
    void theResourceOfALibraryDoesNot(SpotBugsRunner spotBugs) {
        Path library = directory.resolve("library");
        shop.file(library.resolve("META-INF/replay-lint.yml"), NO_CLOCKS);
        Analysis analysis = Analysis.of(spotBugs, List.of(shop.classes()), with(library));
        assertThat(analysis.lines()).contains(Shop.CLOCK);
    }

    @Test
    void thePropertyWins(SpotBugsRunner spotBugs) {
        shop.resource("META-INF/replay-lint.yml", NO_CLOCKS);
        Path file = shop.file(directory.resolve("replay-lint.yml"), "severities:\n  replay-logging: error\n");
        SystemProperties.setProperty("replaylint.config", file.toString());
        Analysis analysis = analyze(spotBugs);
        assertThat(analysis.lines()).contains(Shop.CLOCK);
        assertThat(analysis.bugs().stream().map(b -> b.getPriority()).distinct().toList())
                .containsExactly(Priorities.HIGH_PRIORITY);
    }

    @Test
    void aMistakeIsSaidAndTheDefaultsHold(SpotBugsRunner spotBugs) {
        shop.resource("META-INF/replay-lint.yml", "severities:\n  wall-clok: off\n");
        Analysis analysis = analyze(spotBugs);
        assertThat(Iterables.getOnlyElement(analysis.errors()))
                .isEqualTo("replay-lint: " + shop.classes().resolve("META-INF/replay-lint.yml")
                        + ":2:3: there is no rule `wall-clok`; did you mean `wall-clock`?; analysed with the defaults");
        assertThat(analysis.lines()).contains(Shop.CLOCK);
    }

    @Test
    void aMistakeIsOneHarmlessLine(SpotBugsRunner spotBugs) {
        shop.resource("META-INF/replay-lint.yml", "severities:\n  \"a\\e[2J\\n##[error]b\": off\n");
        assertThat(Iterables.getOnlyElement(analyze(spotBugs).errors()))
                .contains("there is no rule `a\\u001b[2J\\u000a# #[error]b`");
    }

    @Test
    void aRelativePathIsRefused(SpotBugsRunner spotBugs) {
        SystemProperties.setProperty("replaylint.config", "replay-lint.yml");
        assertThat(Iterables.getOnlyElement(analyze(spotBugs).errors()))
                .isEqualTo("replay-lint: the system property replaylint.config is `replay-lint.yml`; give an absolute"
                        + " path, such as ${project.basedir}/replay-lint.yml; analysed with the defaults");
    }

    @Test
    void aFileThatIsNotThereIsNamed(SpotBugsRunner spotBugs) {
        Path file = directory.resolve("none.yml");
        SystemProperties.setProperty("replaylint.config", file.toString());
        assertThat(Iterables.getOnlyElement(analyze(spotBugs).errors()))
                .isEqualTo("replay-lint: " + file + ": does not exist; it is set by the system property"
                        + " replaylint.config; analysed with the defaults");
    }

    @Test
    void aManifestTurnsItsRulesOn(SpotBugsRunner spotBugs) {
        shop.resource("META-INF/replay-lint-manifest.yml", MANIFEST);
        assertThat(unrecorded(analyze(spotBugs))).hasSize(2);
    }

    @Test
    void aManifestElsewhereDoesToo(SpotBugsRunner spotBugs) {
        Path file = shop.file(directory.resolve("replay-lint-manifest.yml"), MANIFEST);
        SystemProperties.setProperty("replaylint.manifest", file.toString());
        assertThat(unrecorded(analyze(spotBugs))).hasSize(2);
    }

    @Test
    void aManifestIsNotComparedWhereThatIsOff(SpotBugsRunner spotBugs) {
        shop.resource("META-INF/replay-lint-manifest.yml", MANIFEST);
        shop.resource("META-INF/replay-lint.yml", "manifest:\n  severity: off\n");
        assertThat(unrecorded(analyze(spotBugs))).isEmpty();
    }

    @Test
    void aManifestWithAMistakeIsNotCompared(SpotBugsRunner spotBugs) {
        shop.resource("META-INF/replay-lint-manifest.yml", "format: 1\nhandlers: 1\n...\n");
        Analysis analysis = analyze(spotBugs);
        assertThat(Iterables.getOnlyElement(analysis.errors())).contains("replay-lint-manifest.yml:2:");
        assertThat(Iterables.getOnlyElement(analysis.errors())).endsWith("; analysed without the manifest");
        assertThat(unrecorded(analysis)).isEmpty();
    }

    private static final String CALL_OF_CLOCK = "REPLAY_WALL_CLOCK shop/Handler.java:17";

    private static List<String> unrecorded(Analysis analysis) {
        return analysis.lines().stream()
                .filter(l -> l.startsWith("REPLAY_UNRECORDED_OPERATION "))
                .toList();
    }

    private Analysis analyze(SpotBugsRunner spotBugs) {
        return Analysis.of(spotBugs, List.of(shop.classes()), Shop.classPath());
    }

    private static List<Path> with(Path more) {
        List<Path> path = new java.util.ArrayList<>(List.of(more));
        path.addAll(Shop.classPath());
        return path;
    }
}
