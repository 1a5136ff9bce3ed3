package dev.replaylint.report.html;

/** Draws the few shapes that pictures of workflows are made of. */
final class Pen {

    private static final int RADIUS = 10;

    private final Markup out;

    Pen(Markup out) {
        this.out = out;
    }

    /** A rectangle with round corners. */
    void rectangle(String style, int x, int y, int width, int height) {
        out.empty("rect", "class", style, "x", n(x), "y", n(y), "width", n(width), "height", n(height), "rx", "8");
    }

    /** Text from a place to the right; y is its base line. */
    void text(String style, int x, int y, String text) {
        out.element("text", text, "class", style, "x", n(x), "y", n(y));
    }

    /** The sign of a kind. */
    void icon(String name, int x, int y) {
        out.empty("use", "class", "i", "href", "#k-" + name, "x", n(x), "y", n(y), "width", "18", "height", "18");
    }

    /** A disc with a number. */
    void mark(String style, int x, int y, int number) {
        out.open("g", "class", "m " + style)
                .empty("circle", "cx", n(x), "cy", n(y), "r", n(RADIUS))
                .element("text", n(number), "x", n(x), "y", n(y + 4))
                .close();
    }

    /** A line downwards that ends in an arrow. */
    void arrow(int x, int from, int to) {
        out.empty(
                "path",
                "class",
                "e",
                "d",
                "M" + x + " " + from + "V" + to + "M" + (x - 4) + " " + (to - 5) + "L" + x + " " + to + "L" + (x + 4)
                        + " " + (to - 5));
    }

    /** A line along a path. */
    void line(String style, String path) {
        out.empty("path", "class", style, "d", path);
    }

    /** A place where ways part. */
    void diamond(int x, int y) {
        line("d", "M" + x + " " + y + "l8 8l-8 8l-8 -8z");
    }

    /** Begins what belongs together, and leads to a place in the page if there is a target. */
    void place(String target, String style, String label) {
        out.line();
        if (target.isEmpty()) {
            out.open("g", "class", style);
        } else {
            out.open("a", "href", "#" + target, "class", style, "aria-label", label, "data-target", target);
        }
        out.element("title", label);
    }

    void end() {
        out.close();
    }

    static String n(int number) {
        return Integer.toString(number);
    }
}
