package dev.replaylint.bytecode;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.Iterables;
import dev.replaylint.program.type.ClassHeader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

final class ClassFileIndexTest {

    @TempDir
    private Path temp;

    @Test
    void aHeaderIsReadOnce() {
        ClassFileIndex index = ofEntries();
        assertThat(index.find("java.util.List").orElseThrow())
                .isSameInstanceAs(index.find("java.util.List").orElseThrow());
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        ClassFileIndex index = ofEntries();
        for (String name : List.of("", ".", "java.util.Missing", "Missing", "java.lang.A\0", "java.lang.a/../String")) {
            assertThat(index.find(name)).isEmpty();
            assertThat(index.bytes(name)).isEmpty();
            assertThat(index.isPlatform(name)).isFalse();
            assertThat(index.isLibrary(name)).isFalse();
        }
        assertThat(problems(index)).isEmpty();
    }

    @Test
    void packagesAreKnownWithThoseAboveThem() throws IOException {
        ClassFileIndex index = ofJar(Map.of("org/example/deep/A.class", new byte[0]));
        assertThat(index.hasPackage("org.example")).isTrue();
        assertThat(index.hasPackage("java.util.concurrent")).isTrue();
        assertThat(index.hasPackage("java")).isTrue();
        assertThat(index.hasPackage("org.exam")).isFalse();
        assertThat(index.hasPackage("java.util.List")).isFalse();
    }

    @Test
    void theClassPathHidesThePlatform() throws IOException {
        ClassFileIndex index = ofJar(Map.of("java/util/List.class", classFile("java/util/List", Opcodes.V17)));
        assertThat(index.find("java.util.List").orElseThrow().methods()).isEmpty();
        assertThat(index.isLibrary("java.util.List")).isTrue();
        assertThat(index.isPlatform("java.util.List")).isTrue();
        assertThat(index.isLibrary("java.util.Set")).isFalse();
        assertThat(index.isPlatform("java.util.Set")).isTrue();
    }

    @Test
    void theFallbackIsAskedLast() throws IOException {
        byte[] mine = classFile("a/Mine", Opcodes.V17);
        List<String> asked = new ArrayList<>();
        ClassPath path = ClassPath.open(
                List.of(Compiled.jar(temp.resolve("a.jar"), Map.of("a/Theirs.class", classFile("a/Theirs", 61)))));
        ClassFileIndex index = ClassFileIndex.of(
                path,
                name -> {
                    asked.add(name);
                    return name.equals("a.Mine") ? Optional.of(mine) : Optional.empty();
                },
                Set.of("org.bundled"));
        assertThat(index.find("a.Theirs")).isPresent();
        assertThat(index.find("java.lang.String")).isPresent();
        assertThat(asked).isEmpty();
        assertThat(index.find("a.Mine").orElseThrow().name()).isEqualTo("a.Mine");
        assertThat(asked).containsExactly("a.Mine");
        assertThat(index.isLibrary("a.Mine")).isFalse();
        assertThat(index.hasPackage("org.bundled")).isTrue();
    }

    @Test
    void aTruncatedClassIsNamedWithItsJarAndTheRestIsRead() throws IOException {
        byte[] whole = Compiled.bytes(ClassFileIndexTest.class);
        String name = ClassFileIndexTest.class.getName();
        ClassFileIndex index = ofJar(Map.of(
                name.replace('.', '/') + ".class",
                Arrays.copyOf(whole, whole.length / 2),
                "a/Empty.class",
                new byte[0],
                "a/Good.class",
                classFile("a/Good", Opcodes.V17)));
        assertThat(index.find(name)).isEmpty();
        assertThat(index.find(name)).isEmpty();
        assertThat(index.find("a.Empty")).isEmpty();
        assertThat(index.find("a.Good")).isPresent();
        assertThat(problems(index))
                .containsExactly(
                        "a/Empty.class is no class file that can be read; compile it again",
                        name.replace('.', '/') + ".class is no class file that can be read; compile it again");
    }

    @Test
    void aClassFileOfTheFutureIsNamedWithItsVersion() throws IOException {
        ClassFileIndex index = ofJar(Map.of("a/New.class", classFile("a/New", 99)));
        assertThat(index.find("a.New")).isEmpty();
        assertThat(Iterables.getOnlyElement(problems(index)))
                .isEqualTo("a/New.class is no class file that can be read: its version 99 is newer than "
                        + HeaderReader.NEWEST + "; compile it for an older release, or use a newer replay-lint");
    }

    @Test
    void theNewestVersionThatIsClaimedCanBeRead() throws IOException {
        ClassFileIndex index = ofJar(Map.of("a/A.class", classFile("a/A", HeaderReader.NEWEST)));
        assertThat(index.find("a.A")).isPresent();
    }

    @Test
    void aFileThatHoldsAnotherClassIsNotTakenForIt() throws IOException {
        ClassFileIndex index = ofJar(Map.of("a/A.class", classFile("b/B", Opcodes.V17)));
        assertThat(index.find("a.A")).isEmpty();
        assertThat(problems(index)).containsExactly("a/A.class is the class file of another class; compile it again");
    }

    @Test
    void classesThatEncloseEachOtherAreRead() throws IOException {
        ClassFileIndex index = ofJar(Map.of(
                "a/A.class", memberOf("a/A", "a/B"),
                "a/B.class", memberOf("a/B", "a/A"),
                "a/C.class", memberOf("a/C", "a/C")));
        assertThat(index.find("a.A").orElseThrow().outer()).hasValue("a.B");
        assertThat(index.find("a.B").orElseThrow().outer()).hasValue("a.A");
        assertThat(index.find("a.C")).isPresent();
    }

    @Test
    void typesNestedWithoutEndAreAProblemOfTheirClass() throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, 0, "a/Deep", null, "java/lang/Object", null);
        String signature = "La/B<".repeat(13_000);
        writer.visitField(0, "deep", "La/B;", signature.substring(0, 65_000), null);
        ClassFileIndex index = ofJar(Map.of("a/Deep.class", writer.toByteArray()));
        Optional<ClassHeader> found = onSmallStack(() -> index.find("a.Deep"));
        assertThat(found).isEmpty();
        assertThat(problems(index)).hasSize(1);
    }

    @Test
    void anAnnotationThatIsNoClassIsAProblemOfItsClass() throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, 0, "a/A", null, "java/lang/Object", null);
        writer.visitAnnotation("(nonsense", true).visitEnd();
        ClassFileIndex index = ofJar(Map.of("a/A.class", writer.toByteArray()));
        assertThat(index.find("a.A")).isEmpty();
        assertThat(problems(index)).hasSize(1);
    }

    @Test
    void damageAnywhereIsNoException() throws IOException {
        byte[] whole = Compiled.bytes(ClassFileIndexTest.class);
        String name = ClassFileIndexTest.class.getName();
        Random random = new Random(42);
        int read = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = whole.clone();
            for (int flips = 0; flips < 3; flips++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            ClassPath none = ClassPath.open(List.of());
            Optional<ClassHeader> header =
                    ClassFileIndex.of(none, n -> Optional.of(damaged)).find(name);
            read += header.isPresent() ? 1 : 0;
            assertThat(none.problems()).hasSize(header.isPresent() ? 0 : 1);
        }
        assertThat(read).isGreaterThan(100);
    }

    @Test
    void allThreadsSeeTheSameHeader() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            ClassFileIndex index = ofEntries();
            Callable<Optional<ClassHeader>> find = () -> index.find("java.util.HashMap$HashIterator");
            List<ClassHeader> headers = new ArrayList<>();
            for (Future<Optional<ClassHeader>> header : threads.invokeAll(Collections.nCopies(64, find))) {
                headers.add(header.get().orElseThrow());
            }
            for (ClassHeader header : headers) {
                assertThat(header).isSameInstanceAs(headers.get(0));
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Thousands of headers: also shows that nothing is quadratic, or a time-out of the build would tell. */
    private static List<String> problems(ClassFileIndex index) {
        return index.files().problems().stream()
                .map(p -> p.file().replaceFirst(".*test\\.jar!/", "") + " " + p.reason())
                .toList();
    }

    @Test
    void everyClassOfTheBaseModuleCanBeRead() throws IOException {
        ClassFileIndex index = ofEntries();
        Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
        List<String> names;
        try (Stream<Path> files = Files.walk(base)) {
            names = files.map(f -> base.relativize(f).toString())
                    .filter(f -> f.endsWith(".class") && !f.equals("module-info.class"))
                    .map(f -> f.substring(0, f.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
        assertThat(names.size()).isGreaterThan(5_000);
        assertThat(names.stream().filter(n -> index.find(n).isEmpty()).toList()).isEmpty();
        assertThat(problems(index)).isEmpty();
    }

    private ClassFileIndex ofJar(Map<String, byte[]> entries) throws IOException {
        return ofEntries(Compiled.jar(temp.resolve("test.jar"), entries));
    }

    private static ClassFileIndex ofEntries(Path... entries) {
        return ClassFileIndex.of(ClassPath.open(List.of(entries)));
    }

    private static byte[] classFile(String name, int version) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(version, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        return writer.toByteArray();
    }

    private static byte[] memberOf(String name, String outer) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, 0, name, null, "java/lang/Object", null);
        writer.visitInnerClass(name, outer, "Member", 0);
        return writer.toByteArray();
    }

    private static <T> T onSmallStack(Callable<T> work) {
        List<T> result = Collections.synchronizedList(new ArrayList<>());
        Thread thread = new Thread(null, () -> result.add(call(work)), "small stack", 256 << 10);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Iterables.getOnlyElement(result);
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
