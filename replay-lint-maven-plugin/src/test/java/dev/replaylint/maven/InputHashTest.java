package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes two inputs the same. */
final class InputHashTest {

    /** Larger than what is read whole. */
    private static final int LARGE = 20_000;

    @TempDir
    private Path directory;

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String tree() throws IOException {
        return new InputHash().addTrees(List.of(directory), ".java").hex();
    }

    private static String files(Path... files) throws IOException {
        return new InputHash().addFiles(List.of(files)).hex();
    }

    private static String jars(Path... jars) throws IOException {
        return new InputHash().addJars(List.of(jars), ".class").hex();
    }

    @Test
    void timesAndOtherFilesDoNotCount() throws IOException {
        Path file = write("shop/A.java", "class A {}");
        String before = tree();
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        write("shop/A.java~", "class A");
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void theOrderInWhichFilesAreMadeDoesNotCount() throws IOException {
        write("shop/A.java", "class A {}");
        write("shop/B.java", "class B {}");
        String before = tree();
        Files.delete(directory.resolve("shop/A.java"));
        assertThat(tree()).isNotEqualTo(before);
        write("shop/A.java", "class A {}");
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void contentsAndNamesOfSourcesCount() throws IOException {
        Path file = write("shop/A.java", "class A {}");
        String before = tree();
        write("shop/A.java", "class A { }");
        assertThat(tree()).isNotEqualTo(before);
        write("shop/A.java", "class A {}");
        Path more = write("shop/package-info.java", "");
        assertThat(tree()).isNotEqualTo(before);
        Files.delete(more);
        Files.move(file, directory.resolve("shop/B.java"));
        assertThat(tree()).isNotEqualTo(before);
    }

    @Test
    void namesAndContentsAreNotTakenForOneAnother() throws IOException {
        write("A.java", "B.java");
        String before = tree();
        Files.delete(directory.resolve("A.java"));
        write("B.java", "A.java");
        assertThat(tree()).isNotEqualTo(before);
        assertThat(new InputHash().add("ab").add("c").hex())
                .isNotEqualTo(new InputHash().add("a").add("bc").hex());
    }

    @Test
    void listsAreNotTakenForOneAnother() throws IOException {
        Path a = write("a", "");
        Path b = write("b", "");
        String before =
                new InputHash().addFiles(List.of(a)).addFiles(List.of(b)).hex();
        assertThat(new InputHash().addFiles(List.of(a, b)).addFiles(List.of()).hex())
                .isNotEqualTo(before);
        assertThat(files(b, a)).isNotEqualTo(files(a, b));
    }

    @Test
    void missingFilesDifferFromEmptyOnes() throws IOException {
        Path file = directory.resolve("replay-lint.yml");
        String before = files(file);
        Files.createFile(file);
        assertThat(files(file)).isNotEqualTo(before);
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path outside = write("outside.txt", "class A {}");
        Path root = Files.createDirectory(directory.resolve("root"));
        Files.createSymbolicLink(root.resolve("A.java"), outside);
        assertThrows(IOException.class, this::tree);
    }

    @Test
    void jarsAreWhatTheirDirectoriesList() throws IOException {
        Path jar = directory.resolve("a.jar");
        pack(jar, "A.class", 1, ZipEntry.DEFLATED);
        String before = jars(jar);
        pack(jar, "A.class", 1, ZipEntry.STORED);
        assertThat(jars(jar)).isEqualTo(before);
        pack(jar, "A.class", 2, ZipEntry.STORED);
        assertThat(jars(jar)).isNotEqualTo(before);
        pack(jar, "B.class", 1, ZipEntry.STORED);
        assertThat(jars(jar)).isNotEqualTo(before);
    }

    @Test
    void smallJarsAreTheirBytes() throws IOException {
        Path jar = write("a.jar", "no jar");
        String before = jars(jar);
        write("a.jar", "no jar!");
        assertThat(jars(jar)).isNotEqualTo(before);
        Files.delete(jar);
        assertThrows(IOException.class, () -> jars(jar));
    }

    @Test
    void theClassPathHasAnOrderAndDirectories() throws IOException {
        Path classes = directory.resolve("classes");
        Path file = write("classes/A.class", "1");
        Path jar = write("a.jar", "no jar");
        String before = jars(classes, jar);
        assertThat(jars(jar, classes)).isNotEqualTo(before);
        Files.writeString(file, "2");
        assertThat(jars(classes, jar)).isNotEqualTo(before);
    }

    private static void pack(Path jar, String name, int seed, int method) throws IOException {
        byte[] bytes = new byte[LARGE];
        new Random(seed).nextBytes(bytes);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        }
    }
}
