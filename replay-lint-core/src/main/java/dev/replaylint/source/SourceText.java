package dev.replaylint.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Reads source files strictly: a file is read whole and decoded without replacement characters, or not at all. */
final class SourceText {

    /** The largest of 44,149 real files had 885 kB; parsing 20 MB needs over 512 MB of heap. */
    private static final long LARGEST = 2L << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What stands for bytes that are no character. */
    private static final char REPLACEMENT = '\uFFFD';

    private SourceText() {}

    /** A file that cannot be read as source; the message is the reason, in one lower-case sentence. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    static String read(Path file, Charset encoding) throws Unreadable {
        return decode(bytes(file), encoding);
    }

    static byte[] bytes(Path file) throws Unreadable {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
            throw new Unreadable("is not a regular file");
        }
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new Unreadable("is larger than 2 MB (" + size + " bytes)");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Unreadable("cannot be read: " + e.getClass().getSimpleName());
        }
    }

    static String decode(byte[] bytes, Charset encoding) throws Unreadable {
        String text = encoding.equals(StandardCharsets.UTF_8) ? decodeQuickly(bytes) : decodeStrictly(bytes, encoding);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** Without the decoder's buffers: where no character had to be replaced, the decoder does the same. */
    private static String decodeQuickly(byte[] bytes) throws Unreadable {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly(bytes, StandardCharsets.UTF_8);
    }

    private static String decodeStrictly(byte[] bytes, Charset encoding) throws Unreadable {
        try {
            return encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("is not valid " + encoding.name());
        }
    }
}
