package dev.replaylint.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One line of the catalogue: a fact, the calls or types it holds for, and what qualifies it.
 *
 * @param <F> the facet
 * @param fact what is said
 * @param pattern what it is said of
 * @param qualifiers details, with the facet's defaults filled in
 * @param source where the line stands
 */
public record CatalogEntry<F extends Fact>(F fact, Pattern pattern, Qualifiers qualifiers, Source source) {

    /**
     * The operands the fact speaks of. For an effect: the call is as bad as the origin of these operands (a draw from
     * a seeded generator repeats, one from an unseeded generator in a field does not; where the same body makes the
     * generator, that call has its own entry); empty means the effect always holds. For order and flow: what is
     * carried or stored, never empty unless nothing is. For functions: the arguments that are functions.
     */
    public List<Operand> from() {
        return qualifiers.from();
    }

    /** Whether the fact speaks of an argument. */
    public boolean takes(int argument) {
        return from().contains(Operand.ARGUMENTS) || from().contains(Operand.argument(argument));
    }

    /**
     * What order, contents or functions go to; {@link Operand#RESULT} for effects and types, which have no destination.
     */
    public Operand into() {
        return qualifiers.into();
    }

    /** Whether the fact depends on the origin of an operand; see {@link #from()}. */
    public boolean isByOrigin() {
        return fact instanceof Effect && !from().isEmpty();
    }

    /** Where a write takes an idempotency key. Empty if none is known, which is not the same as {@link #isKeyless()}. */
    public List<KeyPlace> keys() {
        return qualifiers.keys().orElse(List.of());
    }

    /** Whether the API is known to have no idempotency key at all. */
    public boolean isKeyless() {
        return qualifiers.keys().filter(List::isEmpty).isPresent();
    }

    /** What a request must show for the write to need a key, one of these; empty if it always does. */
    public Optional<List<Feature>> needsKeyWhen() {
        return qualifiers.when();
    }

    /** What a request must show for the call to be a write, one of these; empty if it always is. */
    public Optional<List<Feature>> writesWhen() {
        return qualifiers.writes();
    }

    /** The argument that must be true for the fact to hold; empty if it always does. */
    public Optional<Operand> condition() {
        return qualifiers.condition();
    }

    /** Whether the line counts although the code of the call is at hand: the user's own lines, and those that say so. */
    public boolean isBeforeCode() {
        return source.layer() > 0 || qualifiers.beforeCode();
    }

    /** Whether an environment entry, asked for this constant name, gives data of the single invocation. */
    public boolean varies(String name) {
        return qualifiers.varying().contains(name);
    }

    /** Whether an environment entry, asked for this constant name, gives what stays as it is for as long as an execution runs. */
    public boolean isFixed(String name) {
        return qualifiers.fixed().contains(name);
    }

    /** The line as the data files write it, without padding. */
    @Override
    public String toString() {
        return (fact.keyword() + " " + pattern + " " + qualifiers).strip();
    }

    /**
     * What qualifies a fact.
     *
     * @param from see {@link CatalogEntry#from()}
     * @param into see {@link CatalogEntry#into()}
     * @param keys where idempotency keys are given; empty if not known, no places if there are none
     * @param varying names of variables that change between invocations
     * @param fixed names of variables that no change of the function's settings changes
     * @param when see {@link CatalogEntry#needsKeyWhen()}
     * @param writes see {@link CatalogEntry#writesWhen()}
     * @param beforeCode see {@link CatalogEntry#isBeforeCode()}
     * @param condition see {@link CatalogEntry#condition()}
     */
    public record Qualifiers(
            List<Operand> from,
            Operand into,
            Optional<List<KeyPlace>> keys,
            Set<String> varying,
            Set<String> fixed,
            Optional<List<Feature>> when,
            Optional<List<Feature>> writes,
            boolean beforeCode,
            Optional<Operand> condition) {

        public Qualifiers {
            from = List.copyOf(from);
            varying = Set.copyOf(varying);
            fixed = Set.copyOf(fixed);
        }

        @Override
        public String toString() {
            return "from:" + from + " into:" + into + keys.map(k -> " key:" + k).orElse("");
        }
    }

    /**
     * The place of a line.
     *
     * @param origin file name, or what the user's lines are called
     * @param line 1-based
     * @param layer 0 for the bundled data; entries of a higher layer are asked first
     */
    public record Source(String origin, int line, int layer) {

        @Override
        public String toString() {
            return origin + ":" + line;
        }
    }
}
