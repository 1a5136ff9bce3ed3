package dev.replaylint.durable.loop;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By how much one round may change a number, or the size of a collection.
 *
 * @param by the changes that are possible
 * @param inner changes of what goes round in a loop within the round, each time that it does
 * @param unknown whether there may be others
 */
record Steps(Set<Long> by, Set<Long> inner, boolean unknown) {

    /** More than anybody counts: elements that are taken out, nobody knows how many. */
    static final long LESS = -(1L << 40);

    static final Steps NONE = new Steps(Set.of(), Set.of(), false);
    static final Steps UNKNOWN = new Steps(Set.of(), Set.of(), true);
    static final Steps SAME = of(0);
    static final Steps AGAIN = new Steps(Set.of(), Set.of(0L), false);

    static Steps of(long by) {
        return new Steps(Set.of(by), Set.of(), false);
    }

    static Steps any(Stream<Steps> several) {
        return several.reduce(NONE, Steps::or);
    }

    private Steps or(Steps other) {
        return new Steps(both(by, other.by), both(inner, other.inner), unknown || other.unknown);
    }

    private static Set<Long> both(Set<Long> one, Set<Long> other) {
        Set<Long> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    Steps plus(long more) {
        return new Steps(plus(by, more), plus(inner, more), unknown);
    }

    private static Set<Long> plus(Set<Long> steps, long more) {
        return steps.stream().map(s -> s + more).collect(Collectors.toSet());
    }

    /** Behind an inner loop: what goes round there may only go up. */
    Steps behindLoop() {
        return inner.stream().anyMatch(s -> s < 0) ? UNKNOWN : new Steps(by, Set.of(), unknown);
    }

    /** Whether each change is one, and all lead in the same direction. */
    boolean leadOn() {
        return !unknown
                && !by.isEmpty()
                && (by.stream().allMatch(s -> s > 0) || by.stream().allMatch(s -> s < 0));
    }
}
