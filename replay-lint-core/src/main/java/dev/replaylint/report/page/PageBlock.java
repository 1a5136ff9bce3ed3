package dev.replaylint.report.page;

import java.util.List;

/** A part of a rule's page. Texts have backticks around code, and no other marks. */
public sealed interface PageBlock {

    /** The blocks of a page, in their order. */
    static List<PageBlock> of(String page) {
        return new PageReader(page.lines().toList()).blocks();
    }

    /** A heading; 1 is the page's own. */
    record Heading(int level, String text) implements PageBlock {}

    /** Text that is laid out anew. */
    record Paragraph(String text) implements PageBlock {}

    /** Lines that stay as they are. */
    record Code(List<String> lines) implements PageBlock {
        public Code {
            lines = List.copyOf(lines);
        }
    }

    /** A list. */
    record Items(List<String> items) implements PageBlock {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Rows of cells, the first of which is the head. */
    record Table(List<List<String>> rows) implements PageBlock {
        public Table {
            rows = List.copyOf(rows);
        }
    }
}
