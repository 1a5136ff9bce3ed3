package dev.replaylint.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes our own rule pages as HTML: headings, paragraphs, lists, tables and code blocks, which is all they have. */
final class MarkdownPage {

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Pattern SEPARATOR = Pattern.compile("\\|[-| :]+\\|");

    private final Markup out;
    private final List<String> paragraph = new ArrayList<>();

    MarkdownPage(Markup out) {
        this.out = out;
    }

    void write(String page) {
        List<String> lines = page.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("```")) {
                end();
                i = code(lines, i + 1);
            } else if (line.startsWith("#")) {
                end();
                heading(line);
            } else if (line.startsWith("- ") || line.startsWith("|")) {
                end();
                i = items(lines, i);
            } else if (line.isBlank()) {
                end();
            } else {
                paragraph.add(line.strip());
            }
        }
        end();
    }

    private void end() {
        if (!paragraph.isEmpty()) {
            out.open("p");
            sentence(String.join(" ", paragraph));
            out.close("p");
            paragraph.clear();
        }
    }

    /** The title is the summary's. */
    private void heading(String line) {
        if (line.startsWith("## ")) {
            out.element("h4", line.substring(3)).line();
        }
    }

    private int code(List<String> lines, int from) {
        int at = from;
        out.open("pre", "class", "text").open("code");
        while (at < lines.size() && !lines.get(at).startsWith("```")) {
            out.text(lines.get(at)).line();
            at++;
        }
        out.close().close("pre");
        return at;
    }

    /** A list, or the rows of a table as a list. Tells the last line of it. */
    private int items(List<String> lines, int from) {
        int at = from;
        out.open("ul").line();
        while (at < lines.size() && !lines.get(at).isBlank()) {
            StringBuilder item = new StringBuilder(cells(lines.get(at)));
            while (at + 1 < lines.size() && lines.get(at + 1).startsWith("  ")) {
                at++;
                item.append(' ').append(lines.get(at).strip());
            }
            if (!item.isEmpty()) {
                out.open("li");
                sentence(item.toString());
                out.close("li");
            }
            at++;
        }
        out.close("ul");
        return at;
    }

    private static String cells(String line) {
        if (SEPARATOR.matcher(line).matches()) {
            return "";
        }
        return line.startsWith("|")
                ? line.substring(1, line.lastIndexOf('|') > 0 ? line.lastIndexOf('|') : line.length())
                        .strip()
                        .replaceAll("\\s*\\|\\s*", " – ")
                : line.replaceFirst("^- ", "");
    }

    /** Pages link to each other; here only those are at hand whose rules found something, so links are shown as text. */
    private void sentence(String text) {
        Matcher matcher = LINK.matcher(text);
        out.sentence(matcher.replaceAll(m -> Matcher.quoteReplacement(m.group(1))));
    }
}
