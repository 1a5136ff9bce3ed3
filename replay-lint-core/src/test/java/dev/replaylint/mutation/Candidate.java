package dev.replaylint.mutation;

import dev.replaylint.mutation.Mutant.Grade;
import dev.replaylint.mutation.Mutant.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A mutant that can be made.
 *
 * @param kind its kind
 * @param unit what would be changed
 * @param where the place, for people and for the choice
 * @param files makes the texts
 * @param library sources of a library
 */
record Candidate(
        Kind kind, CleanUnit unit, String where, Supplier<Map<String, String>> files, Map<String, String> library) {

    Candidate(Kind kind, CleanUnit unit, String where, Supplier<Map<String, String>> files) {
        this(kind, unit, where, files, Map.of());
    }

    Mutant make() {
        return new Mutant(kind, unit, where, files.get(), library);
    }

    static Kind kind(String operator, Grade grade, String... rules) {
        return new Kind(operator, "inline", new LinkedHashSet<>(List.of(rules)), Set.of(), grade);
    }
}
