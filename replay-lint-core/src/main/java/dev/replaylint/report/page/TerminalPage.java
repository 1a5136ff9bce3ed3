package dev.replaylint.report.page;

import dev.replaylint.report.page.PageBlock.Code;
import dev.replaylint.report.page.PageBlock.Heading;
import dev.replaylint.report.page.PageBlock.Items;
import dev.replaylint.report.page.PageBlock.Paragraph;
import dev.replaylint.report.page.PageBlock.Table;
import java.util.ArrayList;
import java.util.List;

/** A page as lines for a terminal. Code and tables stay as they are, everything else is wrapped. */
public final class TerminalPage {

    private static final String INDENT = "    ";

    private final int columns;
    private final List<Line> lines = new ArrayList<>();

    /**
     * A line.
     *
     * @param heading whether it stands out
     */
    public record Line(String text, boolean heading) {}

    private TerminalPage(int columns) {
        this.columns = columns;
    }

    /** The lines of a page, without its title. */
    public static List<Line> lines(String page, int columns) {
        TerminalPage terminal = new TerminalPage(columns);
        PageBlock.of(page).forEach(terminal::block);
        return List.copyOf(terminal.lines);
    }

    private void block(PageBlock block) {
        if (block instanceof Heading heading && heading.level() == 1) {
            return;
        }
        add("");
        if (block instanceof Heading heading) {
            lines.add(new Line(heading.text(), true));
        } else if (block instanceof Paragraph paragraph) {
            wrap(paragraph.text(), "", "");
        } else if (block instanceof Code code) {
            String text = String.join("\n", code.lines()).stripIndent();
            text.lines().forEach(l -> add(l.isBlank() ? "" : INDENT + l));
        } else if (block instanceof Items items) {
            items.items().forEach(i -> wrap(i, "- ", "  "));
        } else if (block instanceof Table table) {
            table(table.rows()).forEach(this::add);
        }
    }

    private void add(String text) {
        lines.add(new Line(text, false));
    }

    private void wrap(String text, String first, String others) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > columns) {
                add(line.toString());
                line = new StringBuilder(others);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        add(line.toString());
    }

    /** Rows with their columns below each other. */
    public static List<String> table(List<List<String>> rows) {
        List<String> aligned = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i))
                        .append(" ".repeat(width(rows, i) - row.get(i).length() + 2));
            }
            aligned.add(line.toString().stripTrailing());
        }
        return aligned;
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(r -> r.size() > column)
                .mapToInt(r -> r.get(column).length())
                .max()
                .orElse(0);
    }
}
