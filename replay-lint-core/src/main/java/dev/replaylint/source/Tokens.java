package dev.replaylint.source;

/**
 * A rough tokenizer: identifiers, arrows and single characters, without comments and literals (JLS 3.5). All files of a project go
 * through it, and hardly any is parsed, so it makes no objects on its way.
 */
final class Tokens {

    /** What {@link #next} answers behind the last token. */
    static final int END = -1;

    /** What it answers for an identifier or keyword. */
    static final int WORD = -2;

    /** What it answers for an arrow; all else is a character. */
    static final int ARROW = -3;

    /** This one is a control character. */
    private static final int FIRST_BEHIND_ASCII = 0x7F;

    private static final byte OTHER = 0;
    private static final byte SPACE = 1;
    private static final byte LETTER = 2;
    private static final byte DIGIT = 3;

    /** Of the characters from the first to the last one that can be seen. */
    private static final byte[] KINDS = kinds();

    private final char[] text;
    private final Comments comments;
    private int start;
    private int at;

    /** Whether all characters of the last word are ones of ASCII that are seen. */
    private boolean plain = true;

    Tokens(String text) {
        this(text, (start, end) -> {});
    }

    /** Tells of the comments on the way. */
    Tokens(String text, Comments comments) {
        this.text = text.toCharArray();
        this.comments = comments;
    }

    /** Who wants to know of comments. */
    interface Comments {

        /** A comment that ends with its line: from its slashes to the line end. */
        void lineComment(int start, int end);
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[FIRST_BEHIND_ASCII];
        for (char c = 0; c < FIRST_BEHIND_ASCII; c++) {
            if (Character.isWhitespace(c)) {
                kinds[c] = SPACE;
            } else if (Character.isJavaIdentifierStart(c)) {
                kinds[c] = LETTER;
            } else if (c > ' ' && Character.isJavaIdentifierPart(c)) {
                kinds[c] = DIGIT;
            }
        }
        return kinds;
    }

    private static byte kind(char c) {
        return c < FIRST_BEHIND_ASCII ? KINDS[c] : OTHER;
    }

    /** Goes to the next token: a constant of this class, or the character that it is. */
    int next() {
        skip();
        start = at;
        plain = true;
        if (at >= text.length) {
            return END;
        }
        char c = text[at];
        if (kind(c) == LETTER || c >= FIRST_BEHIND_ASCII && Character.isJavaIdentifierStart(c)) {
            word();
            return WORD;
        }
        at++;
        if (c == '-' && at < text.length && text[at] == '>') {
            at++;
            return ARROW;
        }
        return c;
    }

    private void word() {
        while (at < text.length) {
            char c = text[at];
            if (kind(c) < LETTER) {
                if (!Character.isJavaIdentifierPart(c)) {
                    return;
                }
                plain = false;
            }
            at++;
        }
    }

    /** Whether the last word is this one. */
    boolean is(String word) {
        return plain ? at - start == word.length() && starts(word, start) : text().equals(word);
    }

    /** The last word, as compilers have it. */
    String text() {
        String word = new String(text, start, at - start);
        return plain ? word : visible(word);
    }

    /** The first character of the last token. */
    char first() {
        return text[start];
    }

    /** Whether all characters of a text are seen. */
    static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c >= FIRST_BEHIND_ASCII) && Character.isIdentifierIgnorable(c)) {
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
        int first = at;
        while (at < text.length && (text[at] == '.' || Character.isJavaIdentifierPart(text[at]))) {
            at++;
        }
        return new String(text, first, at - first);
    }

    private void skip() {
        while (at < text.length) {
            char c = text[at];
            if (kind(c) == SPACE || c >= FIRST_BEHIND_ASCII && Character.isWhitespace(c)) {
                at++;
            } else if (c == '"' || c == '\'') {
                at = starts("\"\"\"", at) ? endOfLiteral("\"\"\"", at + 3) : endOfLiteral(String.valueOf(c), at + 1);
            } else if (c != '/' || !skipComment()) {
                return;
            }
        }
    }

    private boolean skipComment() {
        if (starts("//", at)) {
            int end = endOfLine();
            comments.lineComment(at, end);
            at = end;
            return true;
        }
        if (starts("/*", at)) {
            at = endOfComment();
            return true;
        }
        return false;
    }

    private boolean starts(String mark, int from) {
        if (from + mark.length() > text.length) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if (text[from + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A line ends with a line feed, a carriage return, or both (JLS 3.4). */
    private int endOfLine() {
        int end = at;
        while (end < text.length && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        return end;
    }

    private int endOfComment() {
        for (int end = at + 3; end < text.length; end++) {
            if (text[end] == '/' && text[end - 1] == '*') {
                return end + 1;
            }
        }
        return text.length;
    }

    private int endOfLiteral(String quote, int from) {
        int i = from;
        while (i < text.length) {
            if (text[i] == '\\') {
                i += 2;
            } else if (text[i] == quote.charAt(0) && starts(quote, i)) {
                return i + quote.length();
            } else if (text[i] == '\n' && quote.length() == 1) {
                return i;
            } else {
                i++;
            }
        }
        return text.length;
    }
}
