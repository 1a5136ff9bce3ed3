package dev.replaylint.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Text as a compiler sees it: with characters in place of their escapes (JLS 3.3). JavaParser can do this, too, but then misplaces what
 * follows a backslash at the end of a line.
 */
final class UnicodeEscapes {

    private static final int DIGITS = 4;

    private final String translated;

    /** Lines of the translation that begin where the text has an escape and no line end. */
    private final List<Integer> begun = new ArrayList<>();

    private int line = 1;

    private UnicodeEscapes(String text) {
        translated = text.contains("\\u") ? translate(text) : text;
    }

    /** The escapes of a text; what is none that can be read stays. */
    static UnicodeEscapes in(String text) {
        return new UnicodeEscapes(text);
    }

    /** The text without escapes. */
    String translated() {
        return translated;
    }

    /** The line of the text that a line of the translation is on. */
    int line(int ofTranslation) {
        return begun.isEmpty()
                ? ofTranslation
                : ofTranslation
                        - (int) begun.stream().filter(b -> b <= ofTranslation).count();
    }

    private String translate(String text) {
        StringBuilder found = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = text.startsWith("\\u", at) ? end(text, at) : -1;
            if (end > 0) {
                found.append(escaped((char) Integer.parseInt(text.substring(end - DIGITS, end), 16)));
                at = end;
            } else {
                // A backslash before a backslash begins no escape.
                int length = text.startsWith("\\\\", at) ? 2 : 1;
                found.append(text, at, at + length);
                line += endsLine(text, at) ? 1 : 0;
                at += length;
            }
        }
        return found.toString();
    }

    private static boolean endsLine(String text, int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r' && !text.startsWith("\r\n", at);
    }

    private char escaped(char c) {
        if (c == '\n' || c == '\r') {
            line++;
            begun.add(line);
        }
        return c;
    }

    /** Behind the digits of an escape; -1 if there are not enough. */
    private static int end(String text, int at) {
        int digits = at + 1;
        while (digits < text.length() && text.charAt(digits) == 'u') {
            digits++;
        }
        int end = digits + DIGITS;
        boolean whole = end <= text.length()
                && text.substring(digits, end).chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
        return whole ? end : -1;
    }
}
