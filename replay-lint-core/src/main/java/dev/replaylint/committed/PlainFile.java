package dev.replaylint.committed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A file that people commit, as it is read. Whoever proposes a change may put anything in its place: a pipe that never ends, a link to
 * what is not theirs to read.
 */
public final class PlainFile {

    /** No reader takes more than this. */
    private static final int LARGEST = 1 << 24;

    private PlainFile() {}

    /** Whether there is anything of that name, a link that leads nowhere, too. */
    public static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * What is in it; of a larger file, one byte more than readers take.
     *
     * @throws IOException if it cannot be read, or is no plain file of its directory
     */
    public static byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it is a link, a directory or a device; put a plain file there, or remove it");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(LARGEST + 1);
        }
    }
}
