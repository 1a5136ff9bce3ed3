package dev.replaylint.source.attribution;

/**
 * How many calls, creations and method references have been attributed since the start.
 *
 * @param resolved with a declaration, those with several equally good ones included
 * @param assumed by receiver type and name only
 * @param unresolved not at all
 */
public record Counts(long resolved, long assumed, long unresolved) {}
