package dev.replaylint.spotbugs;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.rule.Finding;
import dev.replaylint.testing.Fixtures;
import edu.umd.cs.findbugs.test.SpotBugsExtension;
import edu.umd.cs.findbugs.test.SpotBugsRunner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SpotBugs shows what the bytecode front end finds in the fixtures, all of it and nothing else. */
@ExtendWith(SpotBugsExtension.class)
final class FixtureBugsTest {

    @Test
    void fixturesHaveTheBugsThatTheCoreFinds(SpotBugsRunner spotBugs) {
        Analysis analysis = Analysis.of(spotBugs, List.of(Fixtures.classes()), Fixtures.classPath());
        assertThat(analysis.errors()).isEmpty();
        assertThat(analysis.missing()).isEmpty();
        List<String> expected = Fixtures.fromClasses().findings().stream()
                .map(FixtureBugsTest::line)
                .toList();
        assertThat(analysis.lines()).containsExactlyElementsIn(expected);
    }

    private static String line(Finding finding) {
        return BugTypes.of(finding.rule()) + " " + finding.location();
    }
}
