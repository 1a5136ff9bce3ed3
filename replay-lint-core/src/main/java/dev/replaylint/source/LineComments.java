package dev.replaylint.source;

import java.util.ArrayList;
import java.util.List;

/** The comments of a text that end with their line. What looks like one in a literal or in another comment is none. */
final class LineComments {

    /**
     * A comment.
     *
     * @param column of its slashes
     * @param text without the slashes and the space around it
     * @param subject the line that it is about: its own, or, if it is alone there, the next that is not a comment, too
     */
    record LineComment(int line, int column, String text, int subject) {}

    private final String text;
    private final List<String> lines;
    private final List<LineComment> found = new ArrayList<>();
    private int line = 1;
    private int counted;

    private LineComments(String text) {
        this.text = text;
        this.lines = text.lines().toList();
    }

    static List<LineComment> of(String text) {
        LineComments comments = new LineComments(text);
        Tokens tokens = new Tokens(text, comments::add);
        int token = tokens.next();
        while (token != Tokens.END) {
            token = tokens.next();
        }
        return comments.found;
    }

    private void add(int start, int end) {
        for (; counted < start; counted++) {
            char c = text.charAt(counted);
            line += c == '\r' || c == '\n' && (counted == 0 || text.charAt(counted - 1) != '\r') ? 1 : 0;
        }
        int lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
        boolean alone =
                text.substring(lineStart, start).replaceAll("/\\*.*?\\*/", "").isBlank();
        String words = text.substring(start + 2, end).strip();
        found.add(new LineComment(line, start - lineStart + 1, words, alone ? next(line) : line));
    }

    private int next(int of) {
        int next = of + 1;
        while (next <= lines.size() && lines.get(next - 1).stripLeading().startsWith("//")) {
            next++;
        }
        return next;
    }
}
