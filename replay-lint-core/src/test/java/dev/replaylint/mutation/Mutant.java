package dev.replaylint.mutation;

import java.util.Map;
import java.util.Set;

/**
 * A unit with one change.
 *
 * @param kind what was changed, and how
 * @param unit what was changed
 * @param where the place, for people
 * @param files the texts; {@link #MARK} stands on the lines where a finding is expected
 * @param library sources of a library that is seen as class files only
 */
record Mutant(Kind kind, CleanUnit unit, String where, Map<String, String> files, Map<String, String> library) {

    /** Stands on lines where a finding is expected; is removed. */
    static final String MARK = "\u00a7";

    /** Stands for the name of the library's package. */
    static final String LIBRARY = "mutantlibrary";

    /**
     * A change and how it is to be judged.
     *
     * @param operator name of the change
     * @param placement where the defect is, seen from the replayed code
     * @param rules one of these is to report it
     * @param allowed these may report on the same lines, too
     * @param grade how sure the defect is
     */
    record Kind(String operator, String placement, Set<String> rules, Set<String> allowed, Grade grade) {}

    /** How sure a defect is. */
    enum Grade {
        /** Replay goes wrong: an error. */
        CERTAIN,
        /** Replay may go wrong, waits too long, or only says something twice. */
        LIKELY,
        /** The operations differ from what is recorded. */
        DRIFT,
        /** No defect, and other operations than before. */
        HARMLESS,
        /** No defect, and the same operations as before. */
        NEUTRAL
    }

    boolean isDefect() {
        return kind.grade() == Grade.CERTAIN || kind.grade() == Grade.LIKELY || kind.grade() == Grade.DRIFT;
    }

    @Override
    public String toString() {
        return kind.operator() + " " + kind.placement() + " in " + where;
    }
}
