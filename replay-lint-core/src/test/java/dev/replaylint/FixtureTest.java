package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.report.Report;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rules.Rules;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Marker;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All rules on all fixtures, through both front ends, matched exactly in both directions. */
final class FixtureTest {

    static Stream<String> files() {
        return Fixtures.files().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void sourcesYieldWhatIsExpected(String file) {
        assertThat(found(Fixtures.fromSources(), file)).containsExactlyElementsIn(expected(file, true));
    }

    @ParameterizedTest
    @MethodSource("files")
    void classFilesYieldWhatIsExpected(String file) {
        assertThat(found(Fixtures.fromClasses(), file)).containsExactlyElementsIn(expected(file, false));
    }

    @ParameterizedTest
    @MethodSource("files")
    void severitiesAreAsExpected(String file) {
        for (Marker marker : Marker.in(file)) {
            for (Report report : Set.of(Fixtures.fromSources(), Fixtures.fromClasses())) {
                Optional<String> severity = report.findings().stream()
                        .filter(f ->
                                f.location().file().equals(file) && f.location().line() == marker.line())
                        .filter(f -> f.rule().equals(marker.rule()))
                        .map(f -> f.severity().label())
                        .findFirst();
                if (marker.severity().isPresent() && severity.isPresent()) {
                    assertWithMessage(file + ":" + marker.line() + " " + marker.rule())
                            .that(severity)
                            .isEqualTo(marker.severity());
                }
            }
        }
    }

    private static Set<String> expected(String file, boolean fromSources) {
        Set<String> expected = new TreeSet<>();
        for (Marker marker : Marker.in(file)) {
            String text = marker.rule() + " " + file + ":" + marker.line();
            if (marker.kind().isReported(fromSources)) {
                expected.add(text);
            }
            if (marker.kind().isSuppressed(fromSources)) {
                expected.add("suppressed " + text);
            }
        }
        return expected;
    }

    private static Set<String> found(Report report, String file) {
        Set<String> found = new TreeSet<>();
        report.findings().forEach(f -> found.add(text(f)));
        report.suppressed().forEach(s -> found.add("suppressed " + text(s.finding())));
        found.removeIf(f -> !f.contains(" " + file + ":"));
        return found;
    }

    private static String text(Finding finding) {
        return finding.rule() + " " + finding.location().file() + ":"
                + finding.location().line();
    }

    @Test
    void nothingIsFoundOutsideTheFixtures() {
        Set<String> files = new TreeSet<>(Fixtures.files());
        for (Report report : Set.of(Fixtures.fromSources(), Fixtures.fromClasses())) {
            assertThat(report.findings().stream()
                            .map(f -> f.location().file())
                            .filter(f -> !files.contains(f))
                            .toList())
                    .isEmpty();
        }
    }

    @Test
    void everyFixtureIsReadWhole() {
        assertThat(Fixtures.fromSources().incomplete()).isFalse();
        assertThat(Fixtures.fromClasses().incomplete()).isFalse();
        assertThat(Fixtures.fromSources().coverage().unresolved()).isEmpty();
    }

    @Test
    void everyRuleHasAtLeastTenExpectations() {
        // What looks at the manifest has pairs of its own.
        List<RuleInfo> rules =
                Rules.infos().stream().filter(i -> !i.group().isOfTheManifest()).toList();
        for (RuleInfo rule : rules) {
            long expectations = Fixtures.files().stream()
                    .flatMap(f -> Marker.in(f).stream())
                    .filter(m -> m.rule().equals(rule.name()))
                    .filter(m -> m.kind() == Marker.Kind.EXPECT || m.kind() == Marker.Kind.EXPECT_IN_SOURCES)
                    .count();
            assertWithMessage(rule.name()).that(expectations).isAtLeast(10);
        }
    }
}
