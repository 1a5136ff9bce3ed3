package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Class files that are hostile, of the project beside the sentinel and on its class path; and jars on the class path. */
final class HostileClassesTest {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    static Stream<HostileInput> classes() {
        return HostileClasses.all().stream();
    }

    static Stream<HostileInput> jars() {
        return HostileJars.all().stream();
    }

    @ParameterizedTest
    @MethodSource("classes")
    void costNothingButThemselves(HostileInput input) throws IOException {
        input.files().write(directory);
        ReplayLint.Classes classes = new ReplayLint.Classes(List.of(Sentinel.classes(), directory), Hostile.library());

        Report report = assertTimeoutPreemptively(
                LONGEST,
                () -> new ReplayLint(Configuration.defaults()).analyze(classes).report());

        assertThat(Sentinel.in(report).stream().map(HostileClassesTest::text).toList())
                .containsExactlyElementsIn(Sentinel.findings().stream()
                        .map(HostileClassesTest::text)
                        .toList());
        Reported.check(report.problems(), input.problem());
    }

    private static String text(dev.replaylint.rule.Finding finding) {
        return finding.rule() + " " + finding.location().file() + ":"
                + finding.location().line() + " " + finding.message();
    }

    @ParameterizedTest
    @MethodSource("classes")
    void onTheClassPathTheyLoseNothing(HostileInput input) throws IOException {
        input.files().write(directory.resolve("classes"));
        analyze(directory.resolve("classes"));
    }

    @ParameterizedTest
    @MethodSource("jars")
    void asJarsTheyLoseNothing(HostileInput input) throws IOException {
        input.files().write(directory);
        analyze(directory.resolve(HostileJars.FILE));
    }

    /** Analyses the sentinel and what uses hostile classes. */
    private void analyze(Path classPathEntry) throws IOException {
        Path root = directory.resolve("src");
        Sentinel.write(root);
        HostileInput.write(
                root,
                "hostile/User.java",
                Hostile.handler("new Hostile().m(); A.m(ctx); evil.Bomb.m();", "evil.Bomb bomb;")
                        .replace("class Hostile", "class User")
                        .getBytes(StandardCharsets.UTF_8));
        List<Path> classPath = Stream.concat(Hostile.library().stream(), Stream.of(classPathEntry))
                .toList();
        ReplayLint.Sources sources =
                new ReplayLint.Sources(List.of(root), List.of(), classPath, StandardCharsets.UTF_8);

        Report report = assertTimeoutPreemptively(
                LONGEST,
                () -> new ReplayLint(Configuration.defaults()).analyze(sources).report());

        assertThat(Sentinel.in(report)).isEqualTo(Sentinel.findings());
        assertThat(report.incomplete()).isFalse();
        Reported.checkForm(report.problems());
    }
}
