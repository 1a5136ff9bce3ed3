package dev.replaylint.report.page;

import dev.replaylint.report.page.PageBlock.Code;
import dev.replaylint.report.page.PageBlock.Heading;
import dev.replaylint.report.page.PageBlock.Items;
import dev.replaylint.report.page.PageBlock.Paragraph;
import dev.replaylint.report.page.PageBlock.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads headings, paragraphs, lists, tables and code blocks, which is all that our pages have. */
final class PageReader {

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Pattern SEPARATOR = Pattern.compile("\\|[-| :]+\\|");
    private static final Pattern HEADING = Pattern.compile("(#+) (.*)");

    private final List<String> lines;
    private final List<PageBlock> blocks = new ArrayList<>();
    private final List<String> paragraph = new ArrayList<>();
    private int at;

    PageReader(List<String> lines) {
        this.lines = lines;
    }

    List<PageBlock> blocks() {
        while (at < lines.size()) {
            Matcher heading = HEADING.matcher(lines.get(at));
            if (heading.matches()) {
                end();
                blocks.add(new Heading(heading.group(1).length(), heading.group(2)));
                at++;
            } else if (line().startsWith("```")) {
                end();
                code();
            } else if (line().startsWith("- ")) {
                end();
                items();
            } else if (line().startsWith("|")) {
                end();
                table();
            } else {
                text();
            }
        }
        end();
        return List.copyOf(blocks);
    }

    private String line() {
        return at < lines.size() ? lines.get(at) : "";
    }

    private void text() {
        if (line().isBlank()) {
            end();
        } else {
            paragraph.add(line().strip());
        }
        at++;
    }

    private void end() {
        if (!paragraph.isEmpty()) {
            blocks.add(new Paragraph(plain(String.join(" ", paragraph))));
            paragraph.clear();
        }
    }

    private void code() {
        List<String> code = new ArrayList<>();
        for (at++; at < lines.size() && !line().startsWith("```"); at++) {
            code.add(line());
        }
        at++;
        blocks.add(new Code(code));
    }

    private void items() {
        List<String> items = new ArrayList<>();
        while (line().startsWith("- ")) {
            StringBuilder item = new StringBuilder(line().substring(2));
            for (at++; line().startsWith("  "); at++) {
                item.append(' ').append(line().strip());
            }
            items.add(plain(item.toString()));
        }
        blocks.add(new Items(items));
    }

    private void table() {
        List<List<String>> rows = new ArrayList<>();
        for (; line().startsWith("|"); at++) {
            if (!SEPARATOR.matcher(line()).matches()) {
                String inside = line().strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
                rows.add(List.of(inside.split("\\|", -1)).stream()
                        .map(c -> plain(c.strip()))
                        .toList());
            }
        }
        blocks.add(new Table(rows));
    }

    /** Pages link to each other by name, and not all of them are at hand where they are read. */
    private static String plain(String text) {
        return LINK.matcher(text).replaceAll(m -> Matcher.quoteReplacement(m.group(1)));
    }
}
