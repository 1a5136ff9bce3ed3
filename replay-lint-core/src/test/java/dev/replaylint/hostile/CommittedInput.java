package dev.replaylint.hostile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A committed file as somebody would send it who means harm.
 *
 * @param name what is wrong with it
 * @param writing writes it
 * @param refusal why it is not used; empty if it is harmless
 */
record CommittedInput(CommittedKind kind, String name, Writing writing, Optional<Refusal> refusal) {

    /** Makes a file of that name. */
    interface Writing {
        void write(Path file) throws Exception;
    }

    /**
     * What is said of it.
     *
     * @param line 0 if the file as a whole is meant
     * @param reason a part of it
     */
    record Refusal(int line, String reason) {}

    /** Text that says nothing bad. */
    static CommittedInput harmless(CommittedKind kind, String name, String text) {
        return new CommittedInput(kind, name, f -> Files.writeString(f, text), Optional.empty());
    }

    /** Text that is refused. */
    static CommittedInput refused(CommittedKind kind, String name, String text, int line, String reason) {
        return refused(kind, name, text.getBytes(StandardCharsets.UTF_8), line, reason);
    }

    /** Bytes that are refused. */
    static CommittedInput refused(CommittedKind kind, String name, byte[] bytes, int line, String reason) {
        return new CommittedInput(kind, name, f -> Files.write(f, bytes), Optional.of(new Refusal(line, reason)));
    }

    @Override
    public String toString() {
        return kind.file() + ": " + name;
    }
}
