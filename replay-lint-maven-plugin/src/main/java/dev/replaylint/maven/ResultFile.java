package dev.replaylint.maven;

import dev.replaylint.rule.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The result of a check as a file beside the files that the check has written. Only this class knows what is in it, and whatever is wrong
 * with it, there is no result: code is then analysed again.
 */
record ResultFile(Path file) {

    /** Part of what is stored, so that another version never reads it. */
    private static final String FORMAT = "replay-lint check 1";

    private static final int DIGEST = 64;

    /** Far more than the report of any module has. */
    private static final long LARGEST = 64 << 20;

    /** The result of these inputs, if it is there and its files are still as they were written. */
    Optional<CheckResult> read(String key) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            return parse(Files.readAllBytes(file), key);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of a file beside this one. */
    private String digest(String name) throws IOException {
        return InputHash.of(Files.readAllBytes(file.resolveSibling(name)));
    }

    void write(String key, CheckResult result) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(key, result, new DataOutputStream(body));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(InputHash.of(body.toByteArray()).getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(body.toByteArray());
        OutputFiles.write(all.toByteArray(), file);
    }

    private void write(String key, CheckResult result, DataOutputStream out) throws IOException {
        write(FORMAT, out);
        write(key, out);
        out.writeInt(result.lines().size());
        for (Line line : result.lines()) {
            write(line.severity().name(), out);
            write(line.strong(), out);
            write(line.rest(), out);
        }
        out.writeInt(result.files().size());
        for (String name : result.files()) {
            write(name, out);
            write(digest(name), out);
        }
        write(result.report(), out);
        write(result.failure(), out);
    }

    private static void write(Optional<String> text, DataOutputStream out) throws IOException {
        out.writeBoolean(text.isPresent());
        write(text.orElse(""), out);
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private Optional<CheckResult> parse(byte[] all, String key) throws IOException {
        if (all.length < DIGEST) {
            return Optional.empty();
        }
        String digest = new String(all, 0, DIGEST, StandardCharsets.US_ASCII);
        byte[] body = Arrays.copyOfRange(all, DIGEST, all.length);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
        boolean wanted = InputHash.of(body).equals(digest) && text(in).equals(FORMAT) && text(in).equals(key);
        return wanted ? result(in) : Optional.empty();
    }

    private Optional<CheckResult> result(DataInputStream in) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            lines.add(new Line(Severity.valueOf(text(in)), text(in), text(in)));
        }
        List<String> files = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = text(in);
            if (!digest(name).equals(text(in))) {
                return Optional.empty();
            }
            files.add(name);
        }
        return Optional.of(new CheckResult(lines, files, optional(in), optional(in)));
    }

    private static Optional<String> optional(DataInputStream in) throws IOException {
        boolean present = in.readBoolean();
        String text = text(in);
        return present ? Optional.of(text) : Optional.empty();
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
