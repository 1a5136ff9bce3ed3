package dev.replaylint.bytecode;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.Iterables;
import dev.replaylint.program.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassPathTest {

    private static final byte[] FIRST = {1};
    private static final byte[] SECOND = {2};

    @TempDir
    private Path temp;

    @Test
    void theFirstEntryThatHasAClassWins() throws IOException {
        Path one = Compiled.jar(temp.resolve("one.jar"), Map.of("a/A.class", FIRST));
        Path two = Compiled.jar(temp.resolve("two.jar"), Map.of("a/A.class", SECOND, "a/B.class", SECOND));
        try (ClassPath path = ClassPath.open(List.of(one, two))) {
            assertThat(path.bytes("a.A")).hasValue(FIRST);
            assertThat(path.bytes("a.B")).hasValue(SECOND);
            assertThat(path.bytes("a.C")).isEmpty();
            assertThat(path.packages()).containsExactly("a");
            assertThat(path.problems()).isEmpty();
        }
    }

    @Test
    void classesOfADirectoryAreListedInOrder() throws IOException {
        Path directory = directoryWith("b/Z.class", "b/c/Y.class", "X.class", "b/Z$A.class", "b/readme.txt");
        try (ClassPath path = ClassPath.open(List.of(directory))) {
            assertThat(path.classNames(directory))
                    .containsExactly("X", "b.Z", "b.Z$A", "b.c.Y")
                    .inOrder();
            assertThat(path.packages()).containsExactly("", "b", "b.c");
            assertThat(path.bytes("b.c.Y")).hasValue(FIRST);
        }
    }

    @Test
    void anEmptyDirectoryIsNoProblem() throws IOException {
        Path empty = Files.createDirectory(temp.resolve("empty"));
        try (ClassPath path = ClassPath.open(List.of(empty))) {
            assertThat(path.classNames(empty)).isEmpty();
            assertThat(path.classNames(temp.resolve("unknown"))).isEmpty();
            assertThat(path.problems()).isEmpty();
        }
    }

    @Test
    void aClassDirectoryMayBeALink() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("link"), directoryWith("a/A.class"));
        try (ClassPath path = ClassPath.open(List.of(link))) {
            assertThat(path.classNames(link)).containsExactly("a.A");
        }
    }

    @Test
    void linksInsideADirectoryAreNotFollowed() throws IOException {
        Path directory = directoryWith("a/A.class");
        Files.createSymbolicLink(directory.resolve("a/loop"), directory);
        Files.createSymbolicLink(directory.resolve("a/B.class"), directory.resolve("a/A.class"));
        Files.createDirectory(directory.resolve("a/C.class"));
        try (ClassPath path = ClassPath.open(List.of(directory))) {
            assertThat(path.classNames(directory)).containsExactly("a.A");
            assertThat(path.problems()).isEmpty();
        }
    }

    @Test
    void missingAndBrokenEntriesAreNamedOnce() throws IOException {
        Path missing = temp.resolve("missing.jar");
        Path broken = Files.writeString(temp.resolve("broken.jar"), "no zip file at all");
        Path empty = Files.createFile(temp.resolve("empty.jar"));
        Path good = Compiled.jar(temp.resolve("good.jar"), Map.of("a/A.class", FIRST));
        try (ClassPath path = ClassPath.open(List.of(missing, broken, empty, good, missing))) {
            assertThat(path.problems()).hasSize(3);
            assertThat(path.problems())
                    .contains(problem(missing, "does not exist; build or download it, or take it off the class path"));
            assertThat(path.problems().get(0).file()).isEqualTo(broken.toString());
            assertThat(path.problems().get(0).reason()).matches("cannot be read: .*; build or download it again");
            assertThat(path.problems().get(1).file()).isEqualTo(empty.toString());
            assertThat(path.bytes("a.A")).hasValue(FIRST);
        }
    }

    @Test
    void aJarThatIsCutOffIsNamed() throws IOException {
        Path jar = Compiled.jar(temp.resolve("cut.jar"), Map.of("a/A.class", new byte[5000]));
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        try (ClassPath path = ClassPath.open(List.of(jar))) {
            Problem only = Iterables.getOnlyElement(path.problems());
            assertThat(only.file()).isEqualTo(jar.toString());
            assertThat(only.reason()).startsWith("cannot be read: ");
        }
    }

    @Test
    void anEntryWithDamagedContentIsNamedWithItsJar() throws IOException {
        Path jar = Compiled.jar(temp.resolve("damaged.jar"), Map.of("a/A.class", new byte[5000]));
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "rw")) {
            file.seek(30 + "a/A.class".length());
            file.write(new byte[] {-1, -1, -1, -1});
        }
        try (ClassPath path = ClassPath.open(List.of(jar))) {
            assertThat(path.bytes("a.A")).isEmpty();
            Problem only = Iterables.getOnlyElement(path.problems());
            assertThat(only.file()).isEqualTo(jar + "!/a/A.class");
            assertThat(only.reason()).startsWith("cannot be read: ");
            assertThat(only.lost()).isFalse();
        }
    }

    @Test
    void whatIsNoPackageIsLeftOut() throws IOException {
        Path jar = Compiled.jar(
                temp.resolve("odd.jar"),
                Map.of(
                        "META-INF/versions/9/a/A.class", FIRST,
                        "BOOT-INF/classes/a/A.class", FIRST,
                        "../../a/A.class", FIRST,
                        "/a/A.class", FIRST,
                        "a//A.class", FIRST,
                        "module-info.class", FIRST,
                        "a/package-info.class", FIRST,
                        "a/Aé.class", SECOND));
        Path directory = directoryWith("META-INF/versions/9/a/A.class", "b/B.class");
        try (ClassPath path = ClassPath.open(List.of(jar, directory))) {
            assertThat(path.classNames(jar)).containsExactly("a.Aé");
            assertThat(path.classNames(directory)).containsExactly("b.B");
            assertThat(path.packages()).containsExactly("a", "b");
        }
    }

    @Test
    void aClassFileThatGrowsWithoutEndIsNotReadWhole() throws IOException {
        Path jar = Compiled.jar(temp.resolve("bomb.jar"), Map.of("a/Bomb.class", new byte[(4 << 20) + 1]));
        Path directory = directoryWith("a/Sparse.class");
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("a/Sparse.class").toFile(), "rw")) {
            file.setLength(4L << 30);
        }
        try (ClassPath path = ClassPath.open(List.of(jar, directory))) {
            assertThat(path.bytes("a.Bomb")).isEmpty();
            assertThat(path.bytes("a.Sparse")).isEmpty();
            assertThat(path.problems())
                    .containsExactly(
                            problem(Path.of(jar + "!/a/Bomb.class"), "cannot be read: larger than 4 MB"),
                            problem(directory.resolve("a/Sparse.class"), "cannot be read: larger than 4 MB"))
                    .inOrder();
        }
    }

    @Test
    void aFileThatVanishesIsNamed() throws IOException {
        Path directory = directoryWith("a/A.class");
        try (ClassPath path = ClassPath.open(List.of(directory))) {
            Files.delete(directory.resolve("a/A.class"));
            assertThat(path.bytes("a.A")).isEmpty();
            assertThat(path.problems())
                    .containsExactly(problem(directory.resolve("a/A.class"), "cannot be read: NoSuchFileException"));
        }
    }

    @Test
    void whatIsToBeJudgedIsLost() throws IOException {
        Path missing = temp.resolve("missing");
        Path directory = directoryWith("a/A.class");
        try (ClassPath path = ClassPath.open(List.of(missing, directory), List.of(directory))) {
            path.report("a.A", "is odd");
            assertThat(path.problems().stream().map(Problem::lost)).containsExactly(true, true);
            assertThat(path.problems().stream().map(Problem::file))
                    .containsExactly(missing.toString(), path.file("a.A"));
            assertThat(path.damage("a.A")).hasValue("is odd");
        }
    }

    private static Problem problem(Path file, String reason) {
        return new Problem(file.toString(), 0, reason, false);
    }

    @Test
    void severalThreadsMayRead() throws Exception {
        byte[] content = new byte[100_000];
        Arrays.fill(content, (byte) 7);
        Path jar = Compiled.jar(temp.resolve("shared.jar"), Map.of("a/A.class", content));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (ClassPath path = ClassPath.open(List.of(jar))) {
            Callable<Boolean> read = () -> Arrays.equals(path.bytes("a.A").orElseThrow(), content);
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> result : threads.invokeAll(Collections.nCopies(200, read))) {
                results.add(result.get());
            }
            assertThat(results).doesNotContain(false);
        } finally {
            threads.shutdown();
        }
    }

    private Path directoryWith(String... files) throws IOException {
        Path directory = Files.createTempDirectory(temp, "directory");
        for (String file : files) {
            Files.createDirectories(directory.resolve(file).getParent());
            Files.write(directory.resolve(file), FIRST);
        }
        return directory;
    }
}
