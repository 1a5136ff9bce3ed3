package dev.replaylint.program;

import java.util.Comparator;

/**
 * Something that could not be read or analysed.
 *
 * @param file path as the user knows it
 * @param line 1-based; 0 if the whole file is meant
 * @param reason one lower-case sentence
 * @param lost whether project code was not analysed because of it, so that the result is incomplete
 * @param defect whether the analyzer itself failed, which is nothing that its users could mend
 */
public record Problem(String file, int line, String reason, boolean lost, boolean defect)
        implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparing(Problem::reason)
            .thenComparing(Problem::lost)
            .thenComparing(Problem::defect);

    /** Something about the code or its class path. */
    public Problem(String file, int line, String reason, boolean lost) {
        this(file, line, reason, lost, false);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
