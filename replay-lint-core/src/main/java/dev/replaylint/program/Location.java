package dev.replaylint.program;

import java.util.Comparator;

/**
 * A place in the analysed code.
 *
 * @param file path relative to its source root, with {@code /}: {@code shop/PriceService.java}; the same in both front ends
 * @param line 1-based line of the method name for calls; 0 if unknown
 * @param column 1-based; 0 if unknown, as always in class files
 */
public record Location(String file, int line, int column) implements Comparable<Location> {

    private static final Comparator<Location> ORDER = Comparator.comparing(Location::file)
            .thenComparingInt(Location::line)
            .thenComparingInt(Location::column);

    /** Last part of the path: {@code PriceService.java}. */
    public String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
