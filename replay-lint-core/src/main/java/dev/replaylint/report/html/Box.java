package dev.replaylint.report.html;

/** A rectangle of a picture. The flow enters it at the top of its axis and leaves it at the bottom. */
interface Box {

    int width();

    int height();

    /** Where the flow runs, from the left edge. */
    int axis();

    /** Draws it with its left upper corner at a place. */
    void draw(Pen pen, int x, int y);
}
