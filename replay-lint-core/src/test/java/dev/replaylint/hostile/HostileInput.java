package dev.replaylint.hostile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Something to put beside the sentinel.
 *
 * @param name what it is
 * @param files writes it below a source root, which is empty
 * @param encoding what the project says its files have
 * @param problem what is said of it; empty if it is to be analysed whole
 */
record HostileInput(String name, Writing files, Charset encoding, Optional<Said> problem) {

    /** The file that the hostile text is in, if there is just one. */
    static final String FILE = "hostile/Hostile.java";

    /** Where it depends on the parser which line is named. */
    static final int ANY_LINE = -1;

    /** Writes files. */
    interface Writing {
        void write(Path root) throws IOException;
    }

    /**
     * A problem that is reported.
     *
     * @param file end of its path
     * @param line 0 if it is not known
     * @param reason a part of it
     * @param lost whether the analysis is incomplete
     */
    record Said(String file, int line, String reason, boolean lost) {}

    /** One file of text that can be analysed. */
    static HostileInput fine(String name, String text) {
        return new HostileInput(
                name, files(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8, Optional.empty());
    }

    /** One file of text that cannot be analysed, and why. */
    static HostileInput refused(String name, String text, int line, String reason) {
        return fine(name, text).refused(FILE, line, reason);
    }

    /** One file of bytes that can be analysed. */
    static HostileInput fine(String name, byte[] bytes, Charset encoding) {
        return new HostileInput(name, files(bytes), encoding, Optional.empty());
    }

    /** Any files that can be analysed. */
    static HostileInput fine(String name, Writing files) {
        return new HostileInput(name, files, StandardCharsets.UTF_8, Optional.empty());
    }

    /** The same, if it cannot be analysed. */
    HostileInput refused(String file, int line, String reason) {
        return new HostileInput(name, files, encoding, Optional.of(new Said(file, line, reason, true)));
    }

    /** The same, if something is said of it without anything being lost. */
    HostileInput noted(String file, int line, String reason) {
        return new HostileInput(name, files, encoding, Optional.of(new Said(file, line, reason, false)));
    }

    private static Writing files(byte[] bytes) {
        return root -> write(root, FILE, bytes);
    }

    static void write(Path root, String name, byte[] bytes) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    @Override
    public String toString() {
        return name;
    }

    /** All inputs of several lists. */
    @SafeVarargs
    static List<HostileInput> all(List<HostileInput>... lists) {
        return java.util.Arrays.stream(lists).flatMap(List::stream).toList();
    }
}
