package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.replaylint.program.Location;
import dev.replaylint.program.Problem;
import dev.replaylint.report.Coverage;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** Whose fault it is that a build fails. */
final class VerdictTest {

    private static final Path ROOT = Path.of("/repo");
    private static final ReportContext CONTEXT = new ReportContext(
            "orders", ROOT, ROOT, Map.of("shop/A.java", ROOT.resolve("orders/src/main/java/shop/A.java")), "0.1.0");

    private static final Problem LOST = new Problem("shop/A.java", 3, "the file cannot be parsed", true);
    private static final Problem DEFECT = new Problem("shop/A.java", 9, "rule `any-of` failed", true, true);

    private static Verdict verdict(FailOn threshold, boolean failOnIncomplete, Problem... problems) {
        Location at = new Location("shop/A.java", 4, 2);
        Finding finding = new Finding("any-of", Severity.ERROR, at, "A.handle", "a race", List.of(), "help", "key");
        Coverage coverage = new Coverage(1, 1, 1, 1, 0, 0, 0, 0, List.of());
        Report report = new Report(List.of(finding), coverage, List.of(problems), List.of());
        return Verdict.of(report, threshold, failOnIncomplete, List.of(), CONTEXT);
    }

    @Test
    void findingsAreFailures() throws Exception {
        MojoFailureException failure =
                assertThrows(MojoFailureException.class, verdict(FailOn.parse("error"), true)::enforce);
        assertThat(failure).hasMessageThat().isEqualTo("replay-lint found 1 error (failOn=error); see above");
        verdict(FailOn.NEVER, true).enforce();
    }

    @Test
    void codeThatWasLostIsAFailureUnlessThatIsWanted() throws Exception {
        MojoFailureException failure =
                assertThrows(MojoFailureException.class, verdict(FailOn.NEVER, true, LOST)::enforce);
        assertThat(failure).hasMessageThat().startsWith("replay-lint: the analysis is incomplete: 1 file was");
        verdict(FailOn.NEVER, false, LOST).enforce();
    }

    @Test
    void aRuleThatFailsIsAnErrorInAnyCase() {
        MojoExecutionException error =
                assertThrows(MojoExecutionException.class, verdict(FailOn.NEVER, false, DEFECT, LOST)::enforce);
        assertThat(error)
                .hasMessageThat()
                .isEqualTo(
                        "replay-lint: orders/src/main/java/shop/A.java:[9] rule `any-of` failed; please report this");
    }
}
