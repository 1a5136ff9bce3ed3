package dev.replaylint.durable;

import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Location;
import dev.replaylint.program.Site;

/**
 * A place where operations take their order, or one of them its value, from something without a fixed order.
 *
 * @param site the iteration, the call that consumes the collection, or the operation
 * @param location of the site, or of the loop around it
 * @param source the API that made it unordered, {@code Set.of}
 * @param consequence what depends on it, to follow "and"
 */
public record UnorderedUse(Site site, Visit visit, Location location, String source, String consequence) {}
