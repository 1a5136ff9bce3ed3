package dev.replaylint.durable.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongBinaryOperator;

/**
 * A number that depends on quantities that only an execution knows: a polynomial such as {@code 1 + 3·n}, or no number at all where
 * nothing bounds it. Coefficients are not negative; what does not fit a {@code long} stays at its greatest value.
 */
public final class Amount {

    private static final Comparator<List<Integer>> ORDER =
            Comparator.<List<Integer>>comparingInt(List::size).thenComparing(List::toString);

    /** Nothing. */
    public static final Amount NONE = of(0);

    /** One. */
    public static final Amount ONE = of(1);

    /** More than any number. */
    public static final Amount UNBOUNDED = new Amount(empty(), true);

    private static final String LETTERS = "nmkpqrstuvwxyz";

    /** Coefficients by the quantities that are multiplied with them, by their indices in ascending order. */
    private final SortedMap<List<Integer>, Long> terms;

    private final boolean unbounded;

    private Amount(SortedMap<List<Integer>, Long> terms, boolean unbounded) {
        this.terms = terms;
        this.unbounded = unbounded;
    }

    private static SortedMap<List<Integer>, Long> empty() {
        return new TreeMap<>(ORDER);
    }

    /** A number that is known; 0 for a negative one. */
    public static Amount of(long number) {
        SortedMap<List<Integer>, Long> terms = empty();
        if (number > 0) {
            terms.put(List.of(), number);
        }
        return new Amount(terms, false);
    }

    /** As many as the quantity with this index. */
    public static Amount ofQuantity(int index) {
        SortedMap<List<Integer>, Long> terms = empty();
        terms.put(List.of(index), 1L);
        return new Amount(terms, false);
    }

    public Amount plus(Amount other) {
        return combined(other, Amount::sum);
    }

    /** No less than either: the greater coefficient of each term. */
    public Amount upper(Amount other) {
        return combined(other, Math::max);
    }

    private Amount combined(Amount other, LongBinaryOperator operator) {
        if (unbounded || other.unbounded) {
            return UNBOUNDED;
        }
        SortedMap<List<Integer>, Long> all = empty();
        all.putAll(terms);
        other.terms.forEach((term, n) -> all.merge(term, n, operator::applyAsLong));
        return new Amount(all, false);
    }

    /** No more than either: the smaller coefficient of each term. */
    public Amount lower(Amount other) {
        if (unbounded || other.unbounded) {
            return unbounded ? other : this;
        }
        SortedMap<List<Integer>, Long> common = empty();
        terms.forEach((term, n) -> {
            Long there = other.terms.get(term);
            if (there != null) {
                common.put(term, Math.min(n, there));
            }
        });
        return new Amount(common, false);
    }

    public Amount times(Amount other) {
        if (isNone() || other.isNone()) {
            return NONE;
        }
        if (unbounded || other.unbounded) {
            return UNBOUNDED;
        }
        SortedMap<List<Integer>, Long> product = empty();
        terms.forEach((left, n) -> other.terms.forEach((right, m) -> {
            List<Integer> both = new ArrayList<>(left);
            both.addAll(right);
            both.sort(Comparator.naturalOrder());
            product.merge(List.copyOf(both), product(n, m), Amount::sum);
        }));
        return new Amount(product, false);
    }

    private static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private static long product(long a, long b) {
        return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
    }

    public boolean isUnbounded() {
        return unbounded;
    }

    private boolean isNone() {
        return !unbounded && terms.isEmpty();
    }

    /** The number, if it depends on nothing. */
    public OptionalLong number() {
        boolean constant = terms.keySet().stream().allMatch(List::isEmpty);
        return unbounded || !constant
                ? OptionalLong.empty()
                : OptionalLong.of(terms.values().stream().mapToLong(n -> n).sum());
    }

    /** The smallest number it can be: where every quantity is zero; empty if nothing bounds it. */
    public OptionalLong least() {
        return unbounded ? OptionalLong.empty() : OptionalLong.of(terms.getOrDefault(List.of(), 0L));
    }

    /** The indices of the quantities it depends on, in ascending order. */
    public List<Integer> quantities() {
        return terms.keySet().stream().flatMap(List::stream).distinct().sorted().toList();
    }

    /** The same with other indices. */
    public Amount renumbered(Map<Integer, Integer> indices) {
        SortedMap<List<Integer>, Long> renamed = empty();
        terms.forEach((term, n) -> renamed.merge(
                term.stream().map(i -> indices.getOrDefault(i, i)).sorted().toList(), n, Amount::sum));
        return new Amount(renamed, unbounded);
    }

    /** The letter that stands for the quantity with this index. */
    public static String letter(int index) {
        int round = index / LETTERS.length();
        return LETTERS.charAt(index % LETTERS.length()) + (round == 0 ? "" : Integer.toString(round + 1));
    }

    /** As people write it: {@code 1 + 3·n}. */
    @Override
    public String toString() {
        if (unbounded) {
            return "unbounded";
        }
        List<String> parts = new ArrayList<>();
        terms.forEach((term, n) -> parts.add(text(term, n)));
        return parts.isEmpty() ? "0" : String.join(" + ", parts);
    }

    private static String text(List<Integer> term, long n) {
        List<String> factors = new ArrayList<>();
        if (n != 1 || term.isEmpty()) {
            factors.add(Quota.text(n));
        }
        term.forEach(i -> factors.add(letter(i)));
        return String.join("·", factors);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Amount amount && unbounded == amount.unbounded && terms.equals(amount.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode() + Boolean.hashCode(unbounded);
    }
}
