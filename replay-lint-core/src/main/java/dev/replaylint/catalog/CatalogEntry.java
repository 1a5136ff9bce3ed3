package dev.replaylint.catalog;

import java.util.List;
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

    /**
     * Names under which a write takes an idempotency key: setters of the request or its builder, parameters or
     * headers. Empty if none is known, which is not the same as {@link #isKeyless()}.
     */
    public List<String> keys() {
        return qualifiers.keys().stream()
                .filter(key -> !key.equals(Qualifiers.NO_KEY))
                .toList();
    }

    /** Whether the API is known to have no idempotency key at all. */
    public boolean isKeyless() {
        return qualifiers.keys().contains(Qualifiers.NO_KEY);
    }

    /** Whether an environment entry, asked for this constant name, gives data of the single invocation. */
    public boolean varies(String name) {
        return qualifiers.varying().contains(name);
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
     * @param keys idempotency keys, or {@link #NO_KEY}
     * @param varying names of variables that change between invocations
     */
    public record Qualifiers(List<Operand> from, Operand into, List<String> keys, Set<String> varying) {

        static final String NO_KEY = "none";

        public Qualifiers {
            from = List.copyOf(from);
            keys = List.copyOf(keys);
            varying = Set.copyOf(varying);
        }

        @Override
        public String toString() {
            return "from:" + from + " into:" + into + (keys.isEmpty() ? "" : " key:" + keys);
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
