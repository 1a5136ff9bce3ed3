package dev.replaylint.report.html;

import dev.replaylint.report.Sanitizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML and SVG elements. Whatever is passed as text or as an attribute's value is escaped, and characters that change how
 * text reads without being seen are shown by their code; only {@link #trusted} is written as it is.
 */
final class Markup {

    private static final Set<String> VOID = Set.of("meta", "br", "hr", "input");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element. */
    Markup open(String tag, String... attributes) {
        start(tag, attributes);
        if (VOID.contains(tag)) {
            throw new IllegalArgumentException(tag + " has no content");
        }
        open.push(tag);
        return this;
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1], out);
            out.append('"');
        }
        out.append('>');
    }

    /** Closes the element opened last. */
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes the element opened last, which is to be this one. */
    Markup close(String tag) {
        if (!tag.equals(open.peek())) {
            throw new IllegalStateException(open.peek() + " is open, not " + tag);
        }
        return close().line();
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    Markup text(String text) {
        escape(text, out);
        return this;
    }

    /** An element with nothing but text in it. */
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element without content. */
    Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        if (!VOID.contains(tag)) {
            out.append("</").append(tag).append('>');
        }
        return this;
    }

    /** Text in which backticks enclose code. */
    Markup sentence(String text) {
        String[] pieces = text.split("`", -1);
        for (int i = 0; i < pieces.length; i++) {
            boolean code = i % 2 == 1 && i < pieces.length - 1;
            if (code) {
                element("code", pieces[i]);
            } else {
                text(i % 2 == 1 ? "`" + pieces[i] : pieces[i]);
            }
        }
        return this;
    }

    /** Markup that was made by this program, not read from anywhere. */
    Markup trusted(String markup) {
        out.append(markup);
        return this;
    }

    private static void escape(String text, StringBuilder out) {
        String visible = Sanitizer.visible(text);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException(open + " is not closed");
        }
        return out.toString();
    }
}
