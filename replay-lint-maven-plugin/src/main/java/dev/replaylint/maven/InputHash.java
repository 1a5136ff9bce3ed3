package dev.replaylint.maven;

import dev.replaylint.committed.PlainFile;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A digest of what a result is made of. Contents and names count, times do not. Each part goes in behind its length, and each list
 * behind its size, so that no two inputs are taken for one another.
 */
final class InputHash {

    /** Opening a jar of this size costs more than reading it. */
    private static final long SMALL_JAR = 16 << 10;

    private final MessageDigest digest = sha256();
    private final DataOutputStream out = new DataOutputStream(
            new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest)));

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The digest of these bytes alone. */
    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    InputHash add(String text) throws IOException {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    private InputHash add(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
        return this;
    }

    InputHash add(SortedMap<String, String> settings) throws IOException {
        out.writeInt(settings.size());
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            add(setting.getKey()).add(setting.getValue());
        }
        return this;
    }

    /**
     * Files with their places, in this order. A missing one counts as that.
     *
     * @throws IOException also if there is something else of that name
     */
    InputHash addFiles(List<Path> files) throws IOException {
        out.writeInt(files.size());
        for (Path file : files) {
            boolean exists = PlainFile.exists(file);
            if (exists) {
                requireRegular(file, Files.isRegularFile(file));
            }
            add(file.toString());
            out.writeBoolean(exists);
            if (exists) {
                add(Files.readAllBytes(file));
            }
        }
        return this;
    }

    /**
     * Directories with their places, in this order, and all files below them whose names end like this.
     *
     * @throws IOException also if there is a link, which may lead to what is not looked at
     */
    InputHash addTrees(List<Path> roots, String suffix) throws IOException {
        out.writeInt(roots.size());
        for (Path root : roots) {
            add(root.toString());
            addTree(root, suffix);
        }
        return this;
    }

    private void addTree(Path root, String suffix) throws IOException {
        SortedMap<String, Path> files = files(root.toRealPath(), suffix);
        out.writeInt(files.size());
        for (Map.Entry<String, Path> file : files.entrySet()) {
            add(file.getKey()).add(Files.readAllBytes(file.getValue()));
        }
    }

    private static SortedMap<String, Path> files(Path root, String suffix) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (attributes.isSymbolicLink()) {
                    throw new IOException(file + " is a link");
                }
                if (name.endsWith(suffix)) {
                    requireRegular(file, attributes.isRegularFile());
                    files.put(name, file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** Opening a pipe would wait for ever. */
    private static void requireRegular(Path file, boolean regular) throws IOException {
        if (!regular) {
            throw new IOException(file + " is no regular file");
        }
    }

    /**
     * Jars and directories with their places, in this order. Of a jar, the names, sizes and checksums count that its directory lists; of
     * others, the files whose names end like this.
     */
    InputHash addJars(List<Path> entries, String suffix) throws IOException {
        out.writeInt(entries.size());
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                addTrees(List.of(entry), suffix);
            } else if (Files.size(entry) <= SMALL_JAR) {
                addFiles(List.of(entry));
            } else {
                add(entry.toString());
                addJar(entry);
            }
        }
        return this;
    }

    private void addJar(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            out.writeInt(zip.size());
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                add(entry.getName());
                out.writeLong(entry.getSize());
                out.writeLong(entry.getCrc());
            }
        }
    }

    /** The digest in hexadecimal digits; ends this hash. */
    String hex() throws IOException {
        out.flush();
        return HexFormat.of().formatHex(digest.digest());
    }
}
