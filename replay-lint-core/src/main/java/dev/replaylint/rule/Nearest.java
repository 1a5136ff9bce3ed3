package dev.replaylint.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a mistyped name probably meant. */
public final class Nearest {

    private static final int FARTHEST = 4;

    private Nearest() {}

    /** The known name with the fewest edits to {@code name}; empty if none is near. */
    public static Optional<String> to(String name, Collection<String> known) {
        return known.stream()
                // What differs that much in length alone is not near, and may be a megabyte.
                .filter(k -> Math.abs(name.length() - k.length()) <= FARTHEST)
                .filter(k -> distance(name, k) <= Math.min(FARTHEST, Math.max(name.length(), k.length()) / 2))
                .min(Comparator.<String>comparingInt(k -> distance(name, k)).thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
