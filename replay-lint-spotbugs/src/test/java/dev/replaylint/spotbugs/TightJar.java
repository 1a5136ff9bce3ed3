package dev.replaylint.spotbugs;

import com.googlecode.pngtastic.core.processing.zopfli.Options;
import com.googlecode.pngtastic.core.processing.zopfli.Options.BlockSplitting;
import com.googlecode.pngtastic.core.processing.zopfli.Options.OutputFormat;
import com.googlecode.pngtastic.core.processing.zopfli.Zopfli;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Writes a jar that is read as any other (RFC 1951) and is a twentieth smaller than one of the platform's own compressor: Zopfli searches
 * for the shortest way to say the same.
 */
final class TightJar {

    /** How many bytes are compressed at once: no entry is longer. */
    private static final int BLOCK = 1 << 18;

    /** More rounds take longer and save a thousandth. */
    private static final int ROUNDS = 5;

    /** From how many bytes on it pays to look for parts with codes of their own: that takes ten times as long. */
    private static final int SPLIT = 5_000;

    private TightJar() {}

    /** Entries of which all is known beforehand need nothing behind them that says so. */
    static void write(Path jar, Map<ZipEntry, byte[]> entries) throws IOException {
        Map<ZipEntry, byte[]> tight = new ConcurrentHashMap<>();
        List.copyOf(entries.entrySet()).parallelStream().forEach(e -> tight.put(e.getKey(), compressed(e.getValue())));
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(jar)) {
            for (Map.Entry<ZipEntry, byte[]> entry : entries.entrySet()) {
                byte[] bytes = entry.getValue();
                byte[] compressed = tight.get(entry.getKey());
                CRC32 check = new CRC32();
                check.update(bytes);
                ZipArchiveEntry written = new ZipArchiveEntry(entry.getKey().getName());
                written.setTime(entry.getKey().getTime());
                written.setMethod(ZipEntry.DEFLATED);
                written.setCrc(check.getValue());
                written.setSize(bytes.length);
                written.setCompressedSize(compressed.length);
                out.addRawArchiveEntry(written, new ByteArrayInputStream(compressed));
            }
        }
    }

    private static byte[] compressed(byte[] bytes) {
        BlockSplitting splitting = bytes.length < SPLIT ? BlockSplitting.NONE : BlockSplitting.FIRST;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new Zopfli(BLOCK).compress(new Options(OutputFormat.DEFLATE, splitting, ROUNDS), bytes, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
