package dev.replaylint.benchmark;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.Range;
import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import dev.replaylint.rule.Finding;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What benchmarks measure on is a project that compiles, and in which the defects are that were put there. */
final class GeneratedProjectTest {

    private static final int HANDLERS = 10;
    private static final int LINES = 3_000;

    @TempDir
    private Path directory;

    @Test
    void theProjectIsAsLargeAsWantedAndTheSameAgain() throws IOException {
        GeneratedProject one = GeneratedProject.write(directory.resolve("one"), HANDLERS, LINES);
        GeneratedProject other = GeneratedProject.write(directory.resolve("other"), HANDLERS, LINES);
        assertThat(one.lines()).isIn(Range.closed((long) LINES, LINES + 1_500L));
        assertThat(one.files()).containsNoDuplicates();
        assertThat(one.files()).containsAtLeastElementsIn(one.reached());
        for (Path file : one.files()) {
            Path same = other.directory().resolve(one.directory().relativize(file));
            assertThat(Files.readString(same)).isEqualTo(Files.readString(file));
        }
    }

    @Test
    void theProjectCompilesAndHasOneDefectForEachGroupThatIsToHaveOne() throws IOException {
        GeneratedProject project = GeneratedProject.write(directory.resolve("project"), HANDLERS, LINES);
        Path classes = Programs.compile(project.directory(), directory.resolve("classes"), sdk());
        assertThat(Files.exists(classes.resolve("com/example/shop/shop0/orders0/Order0Handler.class")))
                .isTrue();
        Report report = new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Sources(project.roots(), List.of(), sdk(), StandardCharsets.UTF_8))
                .report();
        assertThat(report.coverage().handlers()).isEqualTo(HANDLERS);
        assertThat(report.findings().stream().map(Finding::rule).toList()).containsExactly("wall-clock");
    }

    /** The only jars that generated projects need. */
    private static List<Path> sdk() {
        return Fixtures.classPath().stream()
                .filter(e ->
                        e.toString().contains("durable-sdk-api") || e.toString().contains("aws-lambda-java-core"))
                .toList();
    }
}
