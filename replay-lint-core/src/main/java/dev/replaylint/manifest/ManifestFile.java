package dev.replaylint.manifest;

import dev.replaylint.committed.CommittedFile;
import dev.replaylint.yaml.InvalidYaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The manifest of one module. */
public final class ManifestFile {

    /** Name of the file in the module's directory. */
    public static final String NAME = "replay-lint-manifest.yml";

    /** Characters of a key on one line (YAML 1.2, 7.4.2), without those before it. */
    private static final int LONGEST_KEY = 1_000;

    /** Characters of a name that messages show. */
    private static final int SHOWN = 80;

    private final CommittedFile file;

    /**
     * The manifest of a module.
     *
     * @param module directory of the module
     * @param build directory that is not committed; writers of one manifest meet there
     */
    public ManifestFile(Path module, Path build) {
        this.file = new CommittedFile(module, build, NAME, "manifest");
    }

    public Path path() {
        return file.path();
    }

    /** What is recorded; empty if there is no file. */
    public Optional<Recorded> read() throws InvalidManifest {
        try {
            Optional<byte[]> bytes = file.read();
            return bytes.isEmpty() ? Optional.empty() : Optional.of(read(bytes.get(), path().toString()));
        } catch (IOException e) {
            throw new InvalidManifest(path() + ": cannot be read: " + e.getMessage());
        }
    }

    /** What a file's content records; {@code file} is what messages call it. */
    public static Recorded read(byte[] content, String file) throws InvalidManifest {
        try {
            return ManifestReader.read(content, NAME);
        } catch (InvalidYaml e) {
            throw new InvalidManifest(e.with(CommittedFile.RESTORE).in(file));
        }
    }

    /**
     * Replaces what was read before.
     *
     * @return whether the file changed; a file that says the same is left alone, however it is written
     */
    public boolean write(Optional<Recorded> before, Manifest manifest) throws InvalidManifest, IOException {
        byte[] bytes = bytes(manifest);
        Optional<Manifest> old = before.map(Recorded::manifest);
        boolean same = old.filter(manifest::equals).isPresent();
        return file.<InvalidManifest>replace(
                () -> read().map(Recorded::manifest).equals(old), same ? Optional.empty() : Optional.of(bytes));
    }

    /** YAML ends to look for the colon behind a key. */
    private static boolean isTooLong(String line) {
        return line.length() > LONGEST_KEY && line.endsWith(":");
    }

    /** The text, which must say the same when it is read again. */
    private byte[] bytes(Manifest manifest) throws InvalidManifest {
        String text = ManifestWriter.text(manifest);
        Optional<String> tooLong =
                text.lines().map(String::strip).filter(ManifestFile::isTooLong).findFirst();
        if (tooLong.isPresent()) {
            throw new InvalidManifest(path() + ": `" + tooLong.get().substring(0, SHOWN)
                    + "…` has a name that is too long to be recorded; shorten it");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            if (!ManifestReader.read(bytes, NAME).manifest().equals(manifest)) {
                throw new InvalidManifest(path() + ": an operation has a name that cannot be recorded");
            }
        } catch (InvalidYaml e) {
            throw new InvalidManifest(path() + ": an operation cannot be recorded: " + e.getMessage());
        }
        return bytes;
    }
}
