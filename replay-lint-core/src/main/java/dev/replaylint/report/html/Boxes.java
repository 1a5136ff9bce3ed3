package dev.replaylint.report.html;

import java.util.List;

/** The boxes of pictures, from single nodes to frames around others. */
final class Boxes {

    static final int NODE_WIDTH = 244;
    static final int NODE_HEIGHT = 48;
    private static final int GAP = 24;
    static final int PADDING = 16;
    private static final int BACK = 18;

    private Boxes() {}

    /** What is written on a node or a frame, and where it leads, if anywhere. */
    record Label(
            String target,
            String kind,
            String icon,
            String name,
            String detail,
            String spoken,
            String severity,
            int findings) {

        void draw(Pen pen, int x, int y, int width) {
            pen.icon(icon, x + 14, y + 15);
            pen.text("n", x + 42, y + 21, Shortened.to(name, (width - 58) * 10 / 84));
            pen.text("s", x + 42, y + 37, Shortened.to(detail, (width - 52) * 10 / 69));
            if (findings > 0) {
                pen.mark(severity, x + width - 2, y + 2, findings);
            }
        }

        String style(String shape) {
            return shape + " k-" + kind + (findings > 0 ? " has " + severity : "");
        }
    }

    /** A single node. */
    record Leaf(Label label) implements Box {
        @Override
        public int width() {
            return NODE_WIDTH;
        }

        @Override
        public int height() {
            return NODE_HEIGHT;
        }

        @Override
        public int axis() {
            return NODE_WIDTH / 2;
        }

        @Override
        public void draw(Pen pen, int x, int y) {
            pen.place(label.target(), label.style("op"), label.spoken());
            pen.rectangle("b", x, y, NODE_WIDTH, NODE_HEIGHT);
            pen.rectangle("a", x, y + 9, 3, NODE_HEIGHT - 18);
            label.draw(pen, x, y, NODE_WIDTH);
            pen.end();
        }
    }

    /** A remark that leads nowhere. */
    record Note(String text) implements Box {
        @Override
        public int width() {
            return NODE_WIDTH;
        }

        @Override
        public int height() {
            return 30;
        }

        @Override
        public int axis() {
            return NODE_WIDTH / 2;
        }

        @Override
        public void draw(Pen pen, int x, int y) {
            pen.rectangle("note", x, y, NODE_WIDTH, height());
            pen.text("s", x + 14, y + 19, Shortened.to(text, (NODE_WIDTH - 24) * 10 / 69));
        }
    }

    /** The small disc at which a workflow begins or ends. */
    record Terminal(String text) implements Box {
        @Override
        public int width() {
            return NODE_WIDTH;
        }

        @Override
        public int height() {
            return 26;
        }

        @Override
        public int axis() {
            return NODE_WIDTH / 2;
        }

        @Override
        public void draw(Pen pen, int x, int y) {
            pen.rectangle("t", x + axis() - 36, y, 72, height());
            pen.text("tt", x + axis(), y + 17, text);
        }
    }

    /** One after the other. */
    record Stack(List<Box> boxes) implements Box {
        @Override
        public int width() {
            return axis()
                    + boxes.stream().mapToInt(b -> b.width() - b.axis()).max().orElse(0);
        }

        @Override
        public int height() {
            return boxes.stream().mapToInt(Box::height).sum() + GAP * Math.max(0, boxes.size() - 1);
        }

        @Override
        public int axis() {
            return boxes.stream().mapToInt(Box::axis).max().orElse(0);
        }

        @Override
        public void draw(Pen pen, int x, int y) {
            int axis = axis();
            int at = y;
            for (int i = 0; i < boxes.size(); i++) {
                if (i > 0) {
                    pen.arrow(x + axis, at, at + GAP);
                    at += GAP;
                }
                Box box = boxes.get(i);
                box.draw(pen, x + axis - box.axis(), at);
                at += box.height();
            }
        }
    }

    /** A frame with a label around what happens inside. */
    record Group(Label label, Box inside, boolean loop, boolean many) implements Box {
        @Override
        public int width() {
            return Math.max(NODE_WIDTH, left() + inside.width() + PADDING);
        }

        private int left() {
            return PADDING + (loop ? BACK : 0);
        }

        private int offset() {
            return Math.max(left(), (width() - inside.width()) / 2);
        }

        @Override
        public int height() {
            return NODE_HEIGHT + GAP + inside.height() + PADDING;
        }

        @Override
        public int axis() {
            return offset() + inside.axis();
        }

        @Override
        public void draw(Pen pen, int x, int y) {
            if (many) {
                pen.rectangle("g", x + 5, y + 5, width(), height());
            }
            pen.place(label.target(), label.style(loop ? "gr loop" : "gr"), label.spoken());
            pen.rectangle("g", x, y, width(), height());
            pen.rectangle("h", x, y, width(), NODE_HEIGHT);
            label.draw(pen, x, y, width());
            pen.end();
            int top = y + NODE_HEIGHT;
            int axis = x + axis();
            pen.arrow(axis, top, top + GAP);
            inside.draw(pen, x + offset(), top + GAP);
            int bottom = top + GAP + inside.height();
            pen.line("e", "M" + axis + " " + bottom + "V" + (y + height()));
            if (loop) {
                int back = x + BACK / 2 + 4;
                pen.line("e", "M" + axis + " " + (bottom + 8) + "H" + back + "V" + (top + 10) + "H" + (axis - 3));
                pen.line("e", "M" + (axis - 8) + " " + (top + 6) + "l5 4l-5 4");
            }
        }
    }
}
