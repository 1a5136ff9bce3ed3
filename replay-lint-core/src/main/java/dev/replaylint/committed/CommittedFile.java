package dev.replaylint.committed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of one module that is committed. It is replaced as a whole: whoever reads it, and whenever the writer is killed, there is the
 * old file or the new one. What a killed writer leaves behind has a fixed name and is removed by the next one.
 */
public final class CommittedFile {

    /** What to do about one that nobody can read, of those that this tool writes. */
    public static final String RESTORE = "restore the file from version control, or take either side of the merge";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path file;
    private final Path temporary;
    private final Path lock;
    private final String what;

    /**
     * A file of a module.
     *
     * @param module directory of the module
     * @param build directory that is not committed; writers of one file meet there
     * @param name of the file in the module's directory
     * @param what messages call it, {@code manifest}
     */
    public CommittedFile(Path module, Path build, String name, String what) {
        this.file = module.resolve(name);
        this.temporary = module.resolve("." + name + ".tmp");
        this.lock = build.resolve("replay-lint").resolve(what + ".lock");
        this.what = what;
    }

    public Path path() {
        return file;
    }

    /** What is in it; empty if there is no file. */
    public Optional<byte[]> read() throws IOException {
        return PlainFile.exists(file) ? Optional.of(PlainFile.read(file)) : Optional.empty();
    }

    /** What is asked while no other process writes. */
    public interface Question<E extends Exception> {
        boolean answer() throws E, IOException;
    }

    /**
     * Replaces the file.
     *
     * @param unchanged whether the file still says what {@code text} was made from
     * @param text what is to be in it; empty if the file says the same already and is left alone, however it is written
     * @return whether the file changed
     */
    public <E extends Exception> boolean replace(Question<E> unchanged, Optional<byte[]> text) throws E, IOException {
        if (text.isEmpty() && !PlainFile.exists(temporary)) {
            return false;
        }
        Files.createDirectories(lock.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = acquire(channel)) {
            if (!held.isValid() || !unchanged.answer()) {
                throw new IOException(file + " was changed meanwhile; run the goal again");
            }
            try {
                return text.isPresent() && replace(text.get());
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private FileLock acquire(FileChannel channel) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            FileLock held = tryAcquire(channel);
            if (held != null) {
                return held;
            }
            if (System.nanoTime() > end) {
                throw new IOException("another process is writing the " + what);
            }
            pause();
        }
    }

    private static @Nullable FileLock tryAcquire(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while another process is writing the " + what, e);
        }
    }

    private boolean replace(byte[] bytes) throws IOException {
        if (PlainFile.exists(file) && Arrays.equals(PlainFile.read(file), bytes)) {
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
