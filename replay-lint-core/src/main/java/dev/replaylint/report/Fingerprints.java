package dev.replaylint.report;

import java.util.HashMap;
import java.util.Map;

/** Tells findings that are alike apart, in the order of a report: readers keep only one of those with the same fingerprint. */
public final class Fingerprints {

    private final Map<String, Integer> ordinals = new HashMap<>();

    /** The fingerprint with a number that it was not given before. */
    public String next(String fingerprint) {
        return fingerprint + "|" + ordinals.merge(fingerprint, 1, Integer::sum);
    }
}
