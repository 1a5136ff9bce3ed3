package dev.replaylint.report.html;

import java.util.List;

/** The boxes at which the flow parts. */
final class Forks {

    private static final int BETWEEN = 22;
    private static final int FORK = 34;
    private static final int PADDING = Boxes.PADDING;

    private Forks() {}

    /** Side by side, of which one is taken, or, between bars, all at once. */
    record Fork(List<Box> boxes, boolean all) implements Box {
        @Override
        public int width() {
            return boxes.stream().mapToInt(Box::width).sum() + BETWEEN * (boxes.size() - 1);
        }

        @Override
        public int height() {
            return FORK + boxes.stream().mapToInt(Box::height).max().orElse(0) + BETWEEN;
        }

        @Override
        public int axis() {
            return width() / 2;
        }

        @Override
        public void draw(Pen pen, int x, int y) {
            int axis = x + axis();
            int top = y + 8;
            int bottom = y + height();
            int at = x;
            for (Box box : boxes) {
                int own = at + box.axis();
                pen.line("e", "M" + axis + " " + top + "H" + own + "V" + (y + FORK - 8));
                pen.arrow(own, y + FORK - 8, y + FORK);
                box.draw(pen, at, y + FORK);
                pen.line("e", "M" + own + " " + (y + FORK + box.height()) + "V" + (bottom - 8) + "H" + axis);
                at += box.width() + BETWEEN;
            }
            pen.line("e", "M" + axis + " " + (bottom - 8) + "V" + bottom);
            if (all) {
                int first = x + boxes.get(0).axis();
                int last = at
                        - BETWEEN
                        - boxes.get(boxes.size() - 1).width()
                        + boxes.get(boxes.size() - 1).axis();
                pen.line("e", "M" + axis + " " + y + "V" + top);
                pen.line("bar", "M" + (first - 24) + " " + top + "H" + (last + 24));
                pen.line("bar", "M" + (first - 24) + " " + (bottom - 8) + "H" + (last + 24));
            } else {
                pen.diamond(axis, y);
            }
        }
    }

    /** What may be passed by. */
    record Skip(Box box) implements Box {
        @Override
        public int width() {
            return box.width() + 64;
        }

        @Override
        public int height() {
            return FORK + box.height() + BETWEEN;
        }

        @Override
        public int axis() {
            return box.axis();
        }

        @Override
        public void draw(Pen pen, int x, int y) {
            int axis = x + axis();
            int by = x + box.width() + 20;
            int bottom = y + height();
            pen.line("e", "M" + (axis + 8) + " " + (y + 8) + "H" + by + "V" + (bottom - 8) + "H" + axis);
            pen.text("w", by + 6, y + FORK + 16, "or not");
            pen.diamond(axis, y);
            pen.arrow(axis, y + 16, y + FORK);
            box.draw(pen, x, y + FORK);
            pen.line("e", "M" + axis + " " + (y + FORK + box.height()) + "V" + bottom);
        }
    }

    /** Ways below each other, where side by side they would be too wide. */
    record Rows(String first, String next, List<Box> boxes) implements Box {
        @Override
        public int width() {
            return boxes.stream().mapToInt(Box::width).max().orElse(0) + 2 * PADDING + 50;
        }

        @Override
        public int height() {
            return boxes.stream().mapToInt(b -> b.height() + 2 * PADDING).sum();
        }

        @Override
        public int axis() {
            return width() / 2;
        }

        @Override
        public void draw(Pen pen, int x, int y) {
            pen.rectangle("g", x, y, width(), height());
            int at = y;
            for (int i = 0; i < boxes.size(); i++) {
                if (i > 0) {
                    pen.line("cut", "M" + x + " " + at + "h" + width());
                }
                pen.text("w", x + PADDING, at + PADDING + 16, i == 0 ? first : next);
                boxes.get(i).draw(pen, x + PADDING + 50, at + PADDING);
                at += boxes.get(i).height() + 2 * PADDING;
            }
        }
    }
}
