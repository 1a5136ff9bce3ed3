package dev.replaylint.report.html;

import dev.replaylint.report.page.PageBlock;
import dev.replaylint.report.page.PageBlock.Code;
import dev.replaylint.report.page.PageBlock.Heading;
import dev.replaylint.report.page.PageBlock.Items;
import dev.replaylint.report.page.PageBlock.Paragraph;
import dev.replaylint.report.page.PageBlock.Table;
import java.util.List;

/** Writes our own rule pages as HTML; the rows of tables as lists. */
final class MarkdownPage {

    private final Markup out;

    MarkdownPage(Markup out) {
        this.out = out;
    }

    void write(String page) {
        PageBlock.of(page).forEach(this::block);
    }

    private void block(PageBlock block) {
        if (block instanceof Heading heading) {
            heading(heading);
        } else if (block instanceof Paragraph paragraph) {
            out.open("p");
            out.sentence(paragraph.text());
            out.close("p");
        } else if (block instanceof Code code) {
            out.open("pre", "class", "text").open("code");
            code.lines().forEach(l -> out.text(l).line());
            out.close().close("pre");
        } else if (block instanceof Items items) {
            list(items.items());
        } else if (block instanceof Table table) {
            list(table.rows().stream().map(r -> String.join(" – ", r)).toList());
        }
    }

    /** The title is the summary's. */
    private void heading(Heading heading) {
        if (heading.level() == 2) {
            out.element("h4", heading.text()).line();
        }
    }

    private void list(List<String> items) {
        out.open("ul").line();
        for (String item : items) {
            out.open("li");
            out.sentence(item);
            out.close("li");
        }
        out.close("ul");
    }
}
