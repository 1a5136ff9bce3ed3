package dev.replaylint;

import dev.replaylint.program.Wildcards;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Classes that are not judged, and why.
 *
 * @param reasons by pattern: names of classes, with {@code *} for a part of a name and {@code **} for any number of parts
 */
public record Exclusions(SortedMap<String, String> reasons) {

    /** No class. */
    public static final Exclusions NONE = new Exclusions(new TreeMap<>());

    private static final int LONGEST = 1_000;

    private static final Pattern PATTERN = Pattern.compile("[\\p{L}\\p{N}_$*]+(\\.[\\p{L}\\p{N}_$*]+)*");

    public Exclusions {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    /** Whether a text can be a pattern. */
    static boolean isPattern(String text) {
        return text.length() <= LONGEST && PATTERN.matcher(text).matches();
    }

    /** Why a class is not judged; empty if it is. A class includes those nested in it. */
    Optional<String> reason(String binaryName) {
        return reasons.entrySet().stream()
                .filter(e -> matches(e.getKey(), binaryName))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** With the classes nested in it, whose names go on behind a dollar sign. */
    private static boolean matches(String pattern, String binaryName) {
        return new Wildcards(pattern, ".", Wildcards.Least.ONE_CHARACTER).matches(binaryName, "$");
    }
}
