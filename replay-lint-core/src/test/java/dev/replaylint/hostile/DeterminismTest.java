package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.manifest.InvalidManifest;
import dev.replaylint.testing.Fixtures;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every output is the same, byte by byte, wherever, by whom and in how many threads at once the code is analysed. */
final class DeterminismTest {

    private static final Path DEMO = Path.of("..", "test-fixtures", "demo", "flawed", "src", "main", "java");

    private static final List<String> OTHERS = List.of(
            "-Duser.timezone=Pacific/Kiritimati",
            "-Dfile.encoding=UTF-16",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:hashCode=3");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void outputsDependOnTheCodeOnly(AllOutputs.Of what) throws Exception {
        Path code = what == AllOutputs.Of.SOURCES ? Fixtures.sources() : Fixtures.classDirectory();
        Map<String, String> expected = here(what, code);

        assertThat(expected.keySet()).hasSize(9);
        assertThat(expected.get("SarifWriter")).contains("wall-clock");
        Outputs outputs = new Outputs(what, code);
        assertSame(expected, outputs.of("a much longer path/turkish", "tr-TR", 2, OTHERS));
    }

    /** Of less code, since eight analyses share a processor. */
    @Test
    void outputsDependOnNoThread() throws Exception {
        Map<String, String> expected = here(AllOutputs.Of.SOURCES, DEMO);

        Outputs outputs = new Outputs(AllOutputs.Of.SOURCES, DEMO);
        assertSame(
                expected, outputs.of("arabic", "ar-EG-u-ca-islamic-nu-arab", 8, List.of("-XX:ActiveProcessorCount=1")));
    }

    /** In this process, of the code where it is; the bytes as characters, as they are compared. */
    private Map<String, String> here(AllOutputs.Of what, Path code) throws IOException, InvalidManifest {
        Path root = code.toAbsolutePath().normalize();
        Map<String, String> outputs = AllOutputs.outputs(what, root, directory.resolve("here"), Fixtures.classPath());
        outputs.replaceAll(
                (name, text) -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        return outputs;
    }

    private static void assertSame(Map<String, String> expected, Map<String, String> found) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (name, text) -> assertWithMessage(name).that(found.get(name)).isEqualTo(text));
    }

    /** What comes of all fixtures. */
    private final class Outputs {
        private final AllOutputs.Of what;
        private final Path code;

        Outputs(AllOutputs.Of what, Path code) {
            this.what = what;
            this.code = code;
        }

        /** Of a copy whose files are made in another order; the outputs of all threads are compared with one another, too. */
        Map<String, String> of(String name, String language, int threads, List<String> options)
                throws IOException, InterruptedException {
            Path root = copy(directory.resolve(name).resolve("src"), new Random(name.hashCode()));
            Path out = directory.resolve(name).resolve("out");
            Path workingDirectory =
                    Files.createDirectories(directory.resolve(name).resolve("work"));
            String classPath =
                    Fixtures.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            Forked.run(
                    options,
                    workingDirectory,
                    what.name(),
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

        private Path copy(Path to, Random order) throws IOException {
            List<Path> files;
            try (Stream<Path> all = Files.walk(code)) {
                files = new ArrayList<>(
                        all.filter(Files::isRegularFile).sorted().toList());
            }
            Collections.shuffle(files, order);
            for (Path file : files) {
                Path copy = to.resolve(code.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            return to;
        }
    }
}
