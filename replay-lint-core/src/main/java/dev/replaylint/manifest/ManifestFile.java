package dev.replaylint.manifest;

import dev.replaylint.yaml.InvalidYaml;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The manifest of one module. It is replaced as a whole: whoever reads it, and whenever the writer is killed, there is the old file or
 * the new one. What a killed writer leaves behind has a fixed name and is removed by the next one.
 */
public final class ManifestFile {

    /** Name of the file in the module's directory. */
    public static final String NAME = "replay-lint-manifest.yml";

    private static final String TEMPORARY = "." + NAME + ".tmp";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path file;
    private final Path temporary;
    private final Path lock;

    /**
     * The manifest of a module.
     *
     * @param module directory of the module
     * @param build directory that is not committed; writers of one manifest meet there
     */
    public ManifestFile(Path module, Path build) {
        this.file = module.resolve(NAME);
        this.temporary = module.resolve(TEMPORARY);
        this.lock = build.resolve("replay-lint").resolve("manifest.lock");
    }

    public Path path() {
        return file;
    }

    /** What is recorded; empty if there is no file. */
    public Optional<Recorded> read() throws InvalidManifest {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(Files.readAllBytes(file), file.toString()));
        } catch (IOException e) {
            throw new InvalidManifest(file + ": cannot be read: " + e.getMessage());
        }
    }

    /** What a file's content records; {@code file} is what messages call it. */
    public static Recorded read(byte[] content, String file) throws InvalidManifest {
        try {
            return ManifestReader.read(content, NAME);
        } catch (InvalidYaml e) {
            throw new InvalidManifest(e.in(file));
        }
    }

    /**
     * Replaces what was read before.
     *
     * @return whether the file changed; a file that says the same is left alone, however it is written
     */
    public boolean write(Optional<Recorded> before, Manifest manifest) throws InvalidManifest, IOException {
        byte[] bytes = bytes(manifest);
        boolean same = before.map(Recorded::manifest).filter(manifest::equals).isPresent();
        if (same && !Files.exists(temporary, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Files.createDirectories(lock.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = acquire(channel)) {
            if (!held.isValid() || !read().map(Recorded::manifest).equals(before.map(Recorded::manifest))) {
                throw new IOException(file + " was changed meanwhile; run the goal again");
            }
            try {
                return !same && replace(bytes);
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }

    /** The text, which must say the same when it is read again. */
    private byte[] bytes(Manifest manifest) throws InvalidManifest {
        byte[] bytes = ManifestWriter.text(manifest).getBytes(StandardCharsets.UTF_8);
        try {
            if (!ManifestReader.read(bytes, NAME).manifest().equals(manifest)) {
                throw new InvalidManifest(file + ": an operation has a name that cannot be recorded");
            }
        } catch (InvalidYaml e) {
            throw new InvalidManifest(file + ": an operation cannot be recorded: " + e.getMessage());
        }
        return bytes;
    }

    private static FileLock acquire(FileChannel channel) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            FileLock held = tryAcquire(channel);
            if (held != null) {
                return held;
            }
            if (System.nanoTime() > end) {
                throw new IOException("another process is writing the manifest");
            }
            pause();
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryAcquire(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while another process is writing the manifest", e);
        }
    }

    private boolean replace(byte[] bytes) throws IOException {
        if (Files.isSymbolicLink(file)) {
            throw new IOException(file + " is a symbolic link; the manifest is a file of the module");
        }
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return false;
        }
        Files.deleteIfExists(temporary);
        try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }
}
