package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.replaylint.Committed;
import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import dev.replaylint.rule.Finding;
import dev.replaylint.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Class files of fixtures in which bytes are wrong: nothing crashes or hangs, and the sentinel is found. Started like
 * {@link TokenFuzzTest}. A failure names seed and number, says what was thrown, and which bytes make it.
 */
final class ByteFuzzTest {

    private static final int COUNT = Integer.getInteger("replay-lint.fuzz.count", 2_000) / 4;

    private static final long SEED = Long.getLong("replay-lint.fuzz.seed", 20_261_126L);

    @TempDir
    private Path directory;

    /** A byte that is written over another. */
    private record Change(int at, byte value) {}

    @Test
    void mutatedClassFilesCostNothingButThemselves() throws IOException {
        List<Path> files = files();
        for (int i = 0; i < COUNT; i++) {
            Random random = new Random(SEED + i);
            Path file = files.get(random.nextInt(files.size()));
            List<Change> changes = changes(Files.readAllBytes(file), random);
            if (failure(file, changes).isPresent()) {
                List<Change> fewest = fewest(file, changes);
                throw new AssertionError(
                        "seed " + SEED + ", number " + i + ", " + file + " with " + fewest,
                        failure(file, fewest).orElse(null));
            }
        }
        assertThat(files.size()).isAtLeast(300);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Fixtures.classDirectory())) {
            return all.filter(f -> f.toString().endsWith(".class")).sorted().toList();
        }
    }

    private static List<Change> changes(byte[] bytes, Random random) {
        return Stream.generate(() -> new Change(random.nextInt(bytes.length), (byte) random.nextInt()))
                .limit(1 + random.nextInt(4))
                .toList();
    }

    private List<Change> fewest(Path file, List<Change> changes) throws IOException {
        List<Change> fewest = changes;
        for (Change change : changes) {
            List<Change> without = fewest.stream().filter(c -> c != change).toList();
            fewest = failure(file, without).isPresent() ? without : fewest;
        }
        return fewest;
    }

    /** What went wrong; empty if nothing did. */
    private Optional<Throwable> failure(Path file, List<Change> changes) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        changes.forEach(c -> bytes[c.at()] = c.value());
        Path root = Files.createTempDirectory(directory, "fuzz");
        String name = Fixtures.classDirectory().relativize(file).toString();
        HostileInput.write(root, name, bytes);
        Committed before = Recording.of(List.of(name));
        ReplayLint.Classes classes = new ReplayLint.Classes(List.of(Sentinel.classes(), root), Hostile.library());
        try {
            ReplayLint.Analysis analysis = assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> new ReplayLint(Configuration.defaults()).analyze(classes, before));
            Report report = analysis.report();
            assertThat(texts(Sentinel.in(report))).containsExactlyElementsIn(texts(Sentinel.findings()));
            Recording.check(analysis, before, root);
            return Optional.empty();
        } catch (RuntimeException | AssertionError e) {
            return Optional.of(e);
        }
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.rule() + " " + f.location().file() + ":"
                        + f.location().line())
                .toList();
    }
}
