package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Source files that are hostile, each beside the sentinel. */
final class HostileSourcesTest {

    @TempDir
    private Path root;

    static Stream<HostileInput> inputs() {
        return Stream.of(
                        Nesting.all(),
                        Encodings.all(),
                        BrokenSyntax.all(),
                        Sizes.all(),
                        ValidJava.all(),
                        FileSystems.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void costNothingButThemselves(HostileInput input) throws IOException {
        input.files().write(root);
        Sentinel.write(root);
        ReplayLint.Sources sources =
                new ReplayLint.Sources(List.of(root), List.of(), Hostile.library(), input.encoding());

        Report report = assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> new ReplayLint(Configuration.defaults()).analyze(sources).report());

        assertThat(Sentinel.in(report)).isEqualTo(Sentinel.findings());
        assertThat(Sentinel.findings()).isNotEmpty();
        Reported.check(report.problems(), input.problem());
    }
}
