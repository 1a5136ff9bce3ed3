package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every output is the same, byte by byte, wherever, by whom and in how many threads at once the code is analysed. */
final class DeterminismTest {

    private static final Path DEMO = Path.of("..", "test-fixtures", "demo", "flawed", "src", "main", "java");

    private static final List<String> IDENTITY_HASHES = List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2");

    @TempDir
    private Path directory;

    @Test
    void outputsDependOnTheCodeOnly() throws IOException, InterruptedException {
        Map<String, String> expected = outputs("first", "en-US", 1, List.of());

        assertThat(expected.keySet()).hasSize(9);
        assertThat(expected.get("SarifWriter")).contains("wall-clock");
        assertSame(expected, outputs("turkish", "tr-TR", 2, List.of("-Duser.timezone=Pacific/Kiritimati")));
        assertSame(expected, outputs("arabic", "ar-EG", 8, List.of("-XX:ActiveProcessorCount=1")));
        assertSame(expected, outputs("a much longer path/thai", "th-TH-u-ca-buddhist", 1, IDENTITY_HASHES));
    }

    private void assertSame(Map<String, String> expected, Map<String, String> found) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (name, text) -> assertWithMessage(name).that(found.get(name)).isEqualTo(text));
    }

    /** Of a copy whose files are made in another order; the outputs of all threads are compared with one another, too. */
    private Map<String, String> outputs(String name, String language, int threads, List<String> options)
            throws IOException, InterruptedException {
        Path root = copy(directory.resolve(name).resolve("src"), new Random(name.hashCode()));
        Path out = directory.resolve(name).resolve("out");
        Path workingDirectory = Files.createDirectories(directory.resolve(name).resolve("work"));
        String classPath = Hostile.library().stream().map(Path::toString).collect(Collectors.joining(":"));
        Forked.run(
                options,
                workingDirectory,
                root.toString(),
                out.toString(),
                language,
                String.valueOf(threads),
                Forked.absolute(classPath));
        Map<String, String> first = Forked.files(out.resolve("run0"));
        for (int i = 1; i < threads; i++) {
            assertSame(first, Forked.files(out.resolve("run" + i)));
        }
        return first;
    }

    private static Path copy(Path to, Random order) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(DEMO)) {
            files = new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
        }
        Collections.shuffle(files, order);
        for (Path file : files) {
            Path copy = to.resolve(DEMO.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return to;
    }
}
