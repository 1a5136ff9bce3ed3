package dev.replaylint.program;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * Lines of a file.
 *
 * @param spans sorted, apart from each other
 */
public record Lines(List<Span> spans) {

    /** Lines in a row, both 1-based and included. */
    public record Span(int first, int last) {}

    public Lines {
        spans = List.copyOf(spans);
    }

    /** The lines from the first to the last. */
    public static Lines of(int first, int last) {
        return new Lines(List.of(new Span(first, last)));
    }

    /** These lines. */
    public static Lines of(SortedSet<Integer> lines) {
        List<Span> spans = new ArrayList<>();
        for (int line : lines) {
            int end = spans.size() - 1;
            if (end >= 0 && spans.get(end).last() == line - 1) {
                spans.set(end, new Span(spans.get(end).first(), line));
            } else {
                spans.add(new Span(line, line));
            }
        }
        return new Lines(spans);
    }

    public boolean contains(int line) {
        return spans.stream().anyMatch(s -> s.first() <= line && line <= s.last());
    }

    /** How many there are. */
    public int size() {
        return spans.stream().mapToInt(s -> s.last() - s.first() + 1).sum();
    }
}
