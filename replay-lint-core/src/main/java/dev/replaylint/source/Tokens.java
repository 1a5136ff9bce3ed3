package dev.replaylint.source;

import java.util.stream.IntStream;

/** A rough tokenizer: identifiers, arrows and single characters, without comments and literals (JLS 3.5). */
final class Tokens {

    private static final String ARROW = "->";

    /** This one is a control character. */
    private static final int FIRST_BEHIND_ASCII = 0x7F;

    /** Files consist of few different marks, so that each is made once. */
    private static final String[] ASCII =
            IntStream.range(0, FIRST_BEHIND_ASCII).mapToObj(Character::toString).toArray(String[]::new);

    private final String text;
    private final Comments comments;
    private int at;

    Tokens(String text) {
        this(text, (start, end) -> {});
    }

    /** Tells of the comments on the way. */
    Tokens(String text, Comments comments) {
        this.text = text;
        this.comments = comments;
    }

    /** Who wants to know of comments. */
    interface Comments {

        /** A comment that ends with its line: from its slashes to the line end. */
        void lineComment(int start, int end);
    }

    /** The next token; empty at the end. */
    String next() {
        skip();
        if (at >= text.length()) {
            return "";
        }
        return Character.isJavaIdentifierStart(text.charAt(at)) ? word() : mark();
    }

    private String word() {
        int start = at;
        boolean plain = true;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            plain &= text.charAt(at) < FIRST_BEHIND_ASCII && text.charAt(at) >= ' ';
            at++;
        }
        String word = text.substring(start, at);
        return plain ? word : visible(word);
    }

    private String mark() {
        char c = text.charAt(at);
        if (c == '-' && text.startsWith(ARROW, at)) {
            at += ARROW.length();
            return ARROW;
        }
        at++;
        return c < FIRST_BEHIND_ASCII ? ASCII[c] : String.valueOf(c);
    }

    /** Whether all characters of a text are seen. */
    static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isIdentifierIgnorable(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** A name as compilers have it: without characters that are not seen. One that has no others stays. */
    static String visible(String name) {
        if (isVisible(name)) {
            return name;
        }
        String visible = name.codePoints()
                .filter(c -> !Character.isIdentifierIgnorable(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.isEmpty() ? name : visible;
    }

    /** Where the last token ends. */
    int position() {
        return at;
    }

    /** The rest of a dotted name, from here. */
    String qualification() {
        int start = at;
        while (at < text.length() && (text.charAt(at) == '.' || Character.isJavaIdentifierPart(text.charAt(at)))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c != '/' && c != '"' && c != '\'') {
                return;
            } else if (text.startsWith("//", at)) {
                int end = endOfLine();
                comments.lineComment(at, end);
                at = end;
            } else if (text.startsWith("/*", at)) {
                at = endOf("*/", at + 2);
            } else if (text.startsWith("\"\"\"", at)) {
                at = endOfLiteral("\"\"\"", at + 3);
            } else if (c == '"' || c == '\'') {
                at = endOfLiteral(String.valueOf(c), at + 1);
            } else {
                return;
            }
        }
    }

    /** A line ends with a line feed, a carriage return, or both (JLS 3.4). */
    private int endOfLine() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int endOf(String mark, int from) {
        int end = text.indexOf(mark, from);
        return end < 0 ? text.length() : end + mark.length();
    }

    private int endOfLiteral(String quote, int from) {
        int i = from;
        while (i < text.length()) {
            if (text.charAt(i) == '\\') {
                i += 2;
            } else if (text.startsWith(quote, i)) {
                return i + quote.length();
            } else if (text.charAt(i) == '\n' && quote.length() == 1) {
                return i;
            } else {
                i++;
            }
        }
        return text.length();
    }
}
