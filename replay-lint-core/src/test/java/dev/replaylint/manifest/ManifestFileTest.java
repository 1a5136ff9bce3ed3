package dev.replaylint.manifest;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.replaylint.testing.KilledWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is the old one or the new one, whatever happens. */
final class ManifestFileTest {

    @TempDir
    private Path module;

    private ManifestFile file;

    @BeforeEach
    void open() {
        file = new ManifestFile(module, module.resolve("target"));
    }

    private static Manifest manifest(String step) {
        return new Manifest(new TreeMap<>(Map.of("shop.A", Trees.entries("step " + step))), new TreeMap<>());
    }

    @Test
    void isNotThereUntilWritten() throws Exception {
        assertThat(file.read()).isEqualTo(Optional.empty());
        assertThat(file.write(Optional.empty(), manifest("a"))).isTrue();
        assertThat(file.read().orElseThrow().manifest()).isEqualTo(manifest("a"));
        assertThat(names()).containsExactly("replay-lint-manifest.yml", "target");
    }

    @Test
    void isLeftAloneIfItSaysTheSame() throws Exception {
        file.write(Optional.empty(), manifest("a"));
        String other = Files.readString(file.path()).replace("\n", "\r\n").replace("# Written", "# By me, written");
        Files.writeString(file.path(), other);
        Files.setLastModifiedTime(file.path(), FileTime.fromMillis(5000));
        assertThat(file.write(file.read(), manifest("a"))).isFalse();
        assertThat(Files.readString(file.path())).isEqualTo(other);
        assertThat(Files.getLastModifiedTime(file.path()).toMillis()).isEqualTo(5000);
    }

    @Test
    void isNotOverwrittenIfItCannotBeRead() throws Exception {
        Files.writeString(file.path(), "<<<<<<< HEAD\n");
        InvalidManifest invalid = assertThrows(InvalidManifest.class, file::read);
        assertThat(invalid.getMessage()).startsWith(file.path() + ":1:1: the merge conflict is not solved");
        assertThrows(InvalidManifest.class, () -> file.write(Optional.empty(), manifest("a")));
        assertThat(Files.readString(file.path())).isEqualTo("<<<<<<< HEAD\n");
    }

    @Test
    void isNotOverwrittenIfItChangedMeanwhile() throws Exception {
        file.write(Optional.empty(), manifest("a"));
        Optional<Recorded> before = file.read();
        file.write(before, manifest("b"));
        IOException stale = assertThrows(IOException.class, () -> file.write(before, manifest("c")));
        assertThat(stale).hasMessageThat().contains("was changed meanwhile");
        assertThat(file.read().orElseThrow().manifest()).isEqualTo(manifest("b"));
    }

    @Test
    void isNoSymbolicLink() throws Exception {
        Path elsewhere = Files.writeString(module.resolve("elsewhere.yml"), ManifestWriter.text(manifest("a")));
        Files.createSymbolicLink(file.path(), elsewhere);
        assertThrows(InvalidManifest.class, () -> file.write(file.read(), manifest("b")));
        assertThat(Files.readString(elsewhere)).isEqualTo(ManifestWriter.text(manifest("a")));
    }

    @Test
    void whatAKilledWriterLeftIsRemoved() throws Exception {
        file.write(Optional.empty(), manifest("a"));
        Files.writeString(module.resolve(".replay-lint-manifest.yml.tmp"), "form");
        assertThat(file.write(file.read(), manifest("a"))).isFalse();
        assertThat(names()).containsExactly("replay-lint-manifest.yml", "target");
    }

    @Test
    void aSecondWriterWaits() throws Exception {
        Path lock =
                Files.createDirectories(module.resolve("target/replay-lint")).resolve("manifest.lock");
        CompletableFuture<Boolean> second;
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            second = CompletableFuture.supplyAsync(this::write);
            Thread.sleep(200);
            assertThat(held.isValid()).isTrue();
            assertThat(second.isDone()).isFalse();
            assertThat(Files.exists(file.path())).isFalse();
        }
        assertThat(second.get()).isTrue();
    }

    private boolean write() {
        try {
            return file.write(Optional.empty(), manifest("a"));
        } catch (InvalidManifest | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With {@code -Dkills=100} for more. */
    @Test
    void isWholeWheneverAWriterIsKilled() throws Exception {
        int kills = Integer.getInteger("kills", 10);
        List<String> whole = List.of(
                ManifestWriter.text(manifests().get(0)),
                ManifestWriter.text(manifests().get(1)));
        file.write(Optional.empty(), manifests().get(0));
        for (int i = 0; i < kills; i++) {
            KilledWriter.run(Writer.class, module, 300 + 17 * i % 400);
            assertThat(whole).contains(Files.readString(file.path()));
        }
        Optional<Recorded> now = file.read();
        file.write(now, now.orElseThrow().manifest());
        assertThat(names()).containsExactly("replay-lint-manifest.yml", "target");
    }

    /** Large enough that writing takes a while. */
    private static List<Manifest> manifests() {
        return Stream.of("a", "b").map(ManifestFileTest::large).toList();
    }

    private static Manifest large(String step) {
        List<Entry> entries = Trees.entries("step " + (step + ", step " + step + "-").repeat(2000) + step);
        return new Manifest(new TreeMap<>(Map.of("shop.A", entries)), new TreeMap<>());
    }

    /** Writes the one manifest after the other until it is killed. */
    static final class Writer {
        public static void main(String[] args) throws Exception {
            ManifestFile file =
                    new ManifestFile(Path.of(args[0]), Path.of(args[0]).resolve("target"));
            for (int i = 0; ; i++) {
                file.write(file.read(), manifests().get(i % 2));
                System.out.println("written");
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(module)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
