package dev.replaylint.report.markdown;

import dev.replaylint.report.Sanitizer;

/** Text from the analysed code in Markdown: it stays on its line and in its cell, starts nothing and mentions nobody. */
final class MarkdownText {

    private static final int LONGEST = 400;
    private static final String PLAIN = " .,;:_()/-+…–·";

    private MarkdownText() {}

    /** Plain text. */
    static String of(String text) {
        StringBuilder safe = new StringBuilder();
        escape(Sanitizer.line(shortened(text)), safe);
        return safe.toString();
    }

    /** Code. Within the HTML element, character references are not read as Markdown. */
    static String code(String text) {
        return text.isEmpty() ? "" : "<code>" + of(text) + "</code>";
    }

    /** Text in which backticks enclose code. */
    static String sentence(String text) {
        String[] pieces = shortened(text).split("`", -1);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pieces.length; i++) {
            boolean code = i % 2 == 1 && i < pieces.length - 1;
            out.append(code ? code(pieces[i]) : of(i % 2 == 1 ? "`" + pieces[i] : pieces[i]));
        }
        return out.toString();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
                : text;
    }

    private static void escape(String text, StringBuilder safe) {
        text.codePoints().forEach(c -> {
            if (c == '_' || !(Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                safe.append("&#").append(c).append(';');
            } else {
                safe.appendCodePoint(c);
            }
            // An empty comment is not seen, and tears apart what would be a mention.
            if (c == '@' || c == '#') {
                safe.append("<!-- -->");
            }
        });
    }
}
