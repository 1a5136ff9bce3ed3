package dev.replaylint.spotbugs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import dev.replaylint.rules.Rules;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.BugPattern;
import edu.umd.cs.findbugs.BugRankCategory;
import edu.umd.cs.findbugs.BugRanker;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import edu.umd.cs.findbugs.cwe.WeaknessCatalog;
import edu.umd.cs.findbugs.test.SpotBugsExtension;
import edu.umd.cs.findbugs.test.SpotBugsRunner;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What SpotBugs prints, and how bad it takes it to be. */
@ExtendWith(SpotBugsExtension.class)
final class BugTextsTest {

    @TempDir
    Path directory;

    @Test
    void aBugSaysWhatReplayDoesAndWhatHelps(SpotBugsRunner spotBugs) {
        BugInstance bug = only(analyze(spotBugs), "REPLAY_WALL_CLOCK");
        String text = bug.getMessageWithoutPrefix();
        assertThat(text).startsWith("`System.currentTimeMillis` returns another time on every replay");
        assertThat(text).contains(" in shop.Clock.now(); help: read the clock inside a step");
        assertThat(bug.getAbridgedMessage()).doesNotContain("in shop.Clock.now()");
    }

    @Test
    void aBugHasItsWayFromTheHandler(SpotBugsRunner spotBugs) {
        BugInstance bug = only(analyze(spotBugs), "REPLAY_WALL_CLOCK");
        List<String> lines = bug.getAnnotations().stream()
                .filter(SourceLineAnnotation.class::isInstance)
                .map(Object::toString)
                .toList();
        assertThat(lines)
                .containsExactly("At Clock.java:[line 5]", "Called from Handler.java:[line 17]")
                .inOrder();
    }

    @Test
    void movedLinesDoNotChangeABug(SpotBugsRunner spotBugs) {
        BugInstance bug = only(analyze(spotBugs), "REPLAY_WALL_CLOCK");
        assertThat(bug.getInstanceKey()).doesNotContain("17");
        assertThat(bug.getInstanceKey()).contains("shop.Clock.now()");
    }

    @Test
    void aHandlerThatIsGoneIsReportedOnAnAnalysedClass(SpotBugsRunner spotBugs) {
        Shop shop = Shop.in(directory);
        shop.resource("META-INF/replay-lint-manifest.yml", "format: 1\nhandlers:\n  shop.Gone:\n    - step pay\n...\n");
        Analysis analysis = Analysis.of(spotBugs, List.of(shop.classes()), Shop.classPath());
        List<String> texts = analysis.bugs().stream()
                .filter(b -> b.getType().equals("REPLAY_UNRECORDED_OPERATION"))
                .map(BugInstance::getMessageWithoutPrefix)
                .toList();
        assertThat(texts).hasSize(2);
        assertThat(texts.toString()).contains("`shop.Gone`");
        assertThat(texts.toString()).contains(" in shop.Clock; help: ");
    }

    private Analysis analyze(SpotBugsRunner spotBugs) {
        return Analysis.of(spotBugs, List.of(Shop.in(directory).classes()), Shop.classPath());
    }

    private static BugInstance only(Analysis analysis, String type) {
        return analysis.bugs().stream()
                .filter(b -> b.getType().equals(type))
                .reduce((a, b) -> {
                    throw new IllegalStateException("two of " + type);
                })
                .orElseThrow();
    }

    /** SARIF's levels follow the rank; the worst a rule reports is what it mostly reports. */
    @Test
    void ranksKeepSeveritiesApart(SpotBugsRunner spotBugs) {
        analyze(spotBugs);
        for (RuleInfo rule : Rules.infos()) {
            for (Severity severity : Severity.values()) {
                BugPattern pattern = pattern(rule);
                int rank = BugRanker.findRank(pattern, BugTypes.priority(severity));
                String what = rule.name() + " " + severity;
                if (severity == rule.severity() || severity == Severity.WARNING) {
                    assertWithMessage(what).that(BugRankCategory.getRank(rank)).isEqualTo(category(severity));
                }
                if (severity != Severity.INFO) {
                    assertWithMessage(what + " in Eclipse").that(rank).isAtMost(15);
                }
            }
        }
    }

    private static BugRankCategory category(Severity severity) {
        return switch (severity) {
            case ERROR -> BugRankCategory.SCARY;
            case WARNING -> BugRankCategory.TROUBLING;
            case INFO -> BugRankCategory.OF_CONCERN;
        };
    }

    @Test
    void weaknessesAreInTheCatalogue(SpotBugsRunner spotBugs) {
        analyze(spotBugs);
        for (RuleInfo rule : Rules.infos()) {
            int weakness = pattern(rule).getCWEid();
            assertWithMessage(rule.name())
                    .that(weakness == 0 || WeaknessCatalog.getInstance().getWeaknessByCweIdOrNull(weakness) != null)
                    .isTrue();
        }
    }

    private static BugPattern pattern(RuleInfo rule) {
        return DetectorFactoryCollection.instance().lookupBugPattern(BugTypes.of(rule.name()));
    }
}
