package dev.replaylint.suppression;

import dev.replaylint.committed.CommittedFile;
import dev.replaylint.yaml.InvalidYaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The baseline of one module. */
public final class BaselineFile {

    /** Name of the file in the module's directory. */
    public static final String NAME = "replay-lint-baseline.json";

    private final CommittedFile file;

    /**
     * The baseline of a module.
     *
     * @param module directory of the module
     * @param build directory that is not committed; writers of one baseline meet there
     */
    public BaselineFile(Path module, Path build) {
        this.file = new CommittedFile(module, build, NAME, "baseline");
    }

    /** A baseline that cannot be used; the message says in which file, where, why, and what to do. */
    public static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;

        Invalid(String message) {
            super(message);
        }
    }

    public Path path() {
        return file.path();
    }

    /** What is accepted; empty if there is no file. */
    public Optional<Baseline> read() throws Invalid {
        try {
            Optional<byte[]> bytes = file.read();
            return bytes.isEmpty() ? Optional.empty() : Optional.of(BaselineText.read(bytes.get()));
        } catch (InvalidYaml e) {
            throw new Invalid(e.in(path().toString()));
        } catch (IOException e) {
            throw new Invalid(path() + ": cannot be read: " + e.getMessage());
        }
    }

    /**
     * Replaces what was read before.
     *
     * @return whether the file changed; a file that says the same is left alone, however it is written
     */
    public boolean write(Optional<Baseline> before, Baseline baseline) throws Invalid, IOException {
        byte[] bytes = bytes(baseline);
        boolean same = before.filter(baseline::equals).isPresent();
        return file.<Invalid>replace(() -> read().equals(before), same ? Optional.empty() : Optional.of(bytes));
    }

    /** The text, which must say the same when it is read again. */
    private byte[] bytes(Baseline baseline) throws Invalid {
        byte[] bytes = BaselineText.of(baseline).getBytes(StandardCharsets.UTF_8);
        try {
            if (!BaselineText.read(bytes).equals(baseline)) {
                throw new Invalid(path() + ": a finding is about something whose name cannot be written");
            }
        } catch (InvalidYaml e) {
            throw new Invalid(path() + ": a finding cannot be written: " + e.getMessage());
        }
        return bytes;
    }
}
