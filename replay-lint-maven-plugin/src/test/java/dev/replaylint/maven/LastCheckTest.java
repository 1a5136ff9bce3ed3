package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.ReplayLint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a result counts again. */
final class LastCheckTest {

    private static final CheckResult RESULT =
            new CheckResult(List.of(Line.info("no problems")), List.of(), Optional.empty(), Optional.empty());

    /** Stack traces that are expected would frighten readers of the build's log. */
    private static final class QuietLog extends SystemStreamLog {
        @Override
        public void debug(CharSequence content, Throwable error) {}
    }

    @TempDir
    private Path directory;

    private Path source;

    @BeforeEach
    void source() throws IOException {
        source = directory.resolve("src/A.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class A {}");
    }

    private LastCheck lastCheck(List<Path> classPath) {
        ReplayLint.Sources sources =
                new ReplayLint.Sources(List.of(source.getParent()), List.of(), classPath, StandardCharsets.UTF_8);
        return new LastCheck(
                new CheckInputs(new TreeMap<>(), List.of(), List.of(), sources),
                new ResultFile(directory.resolve("target/replay-lint/check.result")),
                new SafeLog(new QuietLog()));
    }

    private LastCheck lastCheck() {
        return lastCheck(List.of());
    }

    private void check() {
        LastCheck last = lastCheck();
        assertThat(last.result()).isEmpty();
        last.replace(RESULT);
    }

    @Test
    void countsWhileNothingChanges() throws IOException {
        check();
        assertThat(lastCheck().result()).hasValue(RESULT);
        Files.writeString(source, "class A { }");
        assertThat(lastCheck().result()).isEmpty();
        Files.writeString(source, "class A {}");
        assertThat(lastCheck().result()).hasValue(RESULT);
    }

    @Test
    void isNotStoredIfFilesChangeDuringTheAnalysis() throws IOException {
        LastCheck last = lastCheck();
        assertThat(last.result()).isEmpty();
        Files.writeString(source, "class A { }");
        last.replace(RESULT);
        assertThat(lastCheck().result()).isEmpty();
        Files.writeString(source, "class A {}");
        assertThat(lastCheck().result()).isEmpty();
    }

    @Test
    void isNotStoredIfSomethingCannotBeRead() {
        LastCheck last = lastCheck(List.of(directory.resolve("missing.jar")));
        assertThat(last.result()).isEmpty();
        last.replace(RESULT);
        assertThat(Files.exists(directory.resolve("target"))).isFalse();
    }

    @Test
    void costsNothingWhereItCannotBeStored() throws IOException {
        Files.writeString(directory.resolve("target"), "no directory");
        check();
        assertThat(lastCheck().result()).isEmpty();
    }
}
