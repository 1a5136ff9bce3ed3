package dev.replaylint.program;

import java.util.List;
import java.util.Optional;

/**
 * The structure around a site.
 *
 * @param conditions branches the site depends on, outermost first
 * @param loops enclosing loops, outermost first
 * @param tries try ranges that protect the site, outermost first
 * @param handlers catch and finally blocks the site is part of, outermost first
 * @param monitors values whose monitor is held
 */
public record Context(
        List<Condition> conditions,
        List<Loop> loops,
        List<TryRange> tries,
        List<TryRange.Handler> handlers,
        List<Value> monitors) {

    /** No structure. */
    public static final Context NONE = new Context(List.of(), List.of(), List.of(), List.of(), List.of());

    /** The same structure with other monitors held. */
    Context holding(List<Value> held) {
        return new Context(conditions, loops, tries, handlers, held);
    }

    /**
     * A branch and the way it must go.
     *
     * @param branch number of the branch in its body; two conditions of one branch with different outcomes exclude each other
     * @param value the value that decides
     * @param outcome which way: 0 for true or the first case
     */
    public record Condition(int branch, Value value, int outcome) {}

    /**
     * A loop.
     *
     * @param number number of the loop in its body
     * @param location where it is decided whether it goes on
     * @param exits values that decide whether the loop ends; empty for an endless one
     * @param iterated the collection whose iterator, or the array whose length, drives the loop, if it is such a loop
     * @param ways how many ways lead out of it, exceptions apart
     */
    public record Loop(int number, Location location, List<Value> exits, Optional<Value> iterated, int ways) {

        /** Whether a site of the same body is in the loop. */
        public boolean encloses(Site site) {
            return site.context().loops().stream().anyMatch(l -> l.number() == number);
        }
    }
}
