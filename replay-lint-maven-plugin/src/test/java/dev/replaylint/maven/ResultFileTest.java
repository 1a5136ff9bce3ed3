package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result that is kept for the next check. */
final class ResultFileTest {

    private static final String KEY = "0123abcd";

    private static final CheckResult RESULT = new CheckResult(
            List.of(
                    new Line(Severity.ERROR, "A.java:[3,4]", " `Instant.now` …  [wall-clock]"),
                    Line.info(""),
                    Line.warning("    record the operations")),
            List.of("replay-lint.sarif", "replay-lint.json"),
            Optional.of("{}"),
            Optional.of("replay-lint found 1 error"));

    @TempDir
    private Path directory;

    private Path path;
    private ResultFile file;

    @BeforeEach
    void write() throws IOException {
        path = directory.resolve("check.result");
        file = new ResultFile(path);
        for (String name : RESULT.files()) {
            Files.writeString(directory.resolve(name), name);
        }
        file.write(KEY, RESULT);
    }

    @Test
    void comesBackWhole() throws IOException {
        assertThat(file.read(KEY)).hasValue(RESULT);
        CheckResult clean = new CheckResult(List.of(), List.of(), Optional.empty(), Optional.empty());
        file.write(KEY, clean);
        assertThat(file.read(KEY)).hasValue(clean);
    }

    @Test
    void leavesNothingElseBehind() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(f -> f.getFileName().toString()).toList())
                    .containsExactly("check.result", "replay-lint.json", "replay-lint.sarif");
        }
    }

    @Test
    void isOfItsInputsOnly() {
        assertThat(file.read("4567")).isEmpty();
        assertThat(file.read("")).isEmpty();
    }

    @Test
    void isWorthNothingWithoutTheFilesThatWereWritten() throws IOException {
        for (String name : RESULT.files()) {
            Files.writeString(directory.resolve(name), "{ }");
            assertThat(file.read(KEY)).isEmpty();
            Files.delete(directory.resolve(name));
            assertThat(file.read(KEY)).isEmpty();
            Files.writeString(directory.resolve(name), name);
            assertThat(file.read(KEY)).isPresent();
        }
    }

    @Test
    void isWorthNothingWithAnyByteChanged() throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 1;
            Files.write(path, damaged);
            assertWithMessage("byte " + i).that(file.read(KEY).isPresent()).isFalse();
        }
    }

    @Test
    void isWorthNothingWhereItIsCutOff() throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        for (int length = 0; length < bytes.length; length++) {
            Files.write(path, Arrays.copyOf(bytes, length));
            assertWithMessage(length + " bytes")
                    .that(file.read(KEY).isPresent())
                    .isFalse();
        }
        Files.write(path, Arrays.copyOf(bytes, bytes.length + 1));
        assertThat(file.read(KEY)).isEmpty();
    }

    @Test
    void isWorthNothingWithoutSense() throws IOException {
        // The digest fits, the rest is none of ours.
        byte[] body = {-1, -1, -1, -1};
        Files.writeString(path, InputHash.of(body));
        Files.write(path, body, StandardOpenOption.APPEND);
        assertThat(file.read(KEY)).isEmpty();
        Files.delete(path);
        assertThat(file.read(KEY)).isEmpty();
        Files.createDirectory(path);
        assertThat(file.read(KEY)).isEmpty();
    }
}
