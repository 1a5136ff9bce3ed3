package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import dev.replaylint.rule.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files in which bytes are wrong: nothing crashes or hangs, and the sentinel is found. Started like {@link TokenFuzzTest}. */
final class ByteFuzzTest {

    private static final int COUNT = Integer.getInteger("replay-lint.fuzz.count", 2_000) / 4;

    private static final long SEED = Long.getLong("replay-lint.fuzz.seed", 20_261_126L);

    @TempDir
    private Path directory;

    @Test
    void mutatedClassFilesCostNothingButThemselves() throws IOException {
        List<String> expected = texts(Sentinel.findings());
        for (int i = 0; i < COUNT; i++) {
            HostileInput.write(directory, HostileClasses.FILE, mutated(i));
            ReplayLint.Classes classes =
                    new ReplayLint.Classes(List.of(Sentinel.classes(), directory), Hostile.library());
            Report report = assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> new ReplayLint(Configuration.defaults())
                            .analyze(classes)
                            .report(),
                    "seed " + SEED + ", number " + i);
            List<String> found = texts(Sentinel.in(report));
            assertWithMessage("seed %s, number %s", SEED, i).that(found).containsExactlyElementsIn(expected);
        }
        assertThat(Files.exists(directory.resolve(HostileClasses.FILE))).isTrue();
    }

    private static byte[] mutated(int index) {
        Random random = new Random(SEED + index);
        byte[] bytes = HostileClasses.whole();
        for (int i = 0; i <= random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.rule() + " " + f.location().file() + ":"
                        + f.location().line())
                .toList();
    }
}
