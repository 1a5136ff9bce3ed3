package dev.replaylint.durable.flow;

import dev.replaylint.program.Site;

/**
 * A site in one of the visits of its body.
 *
 * @param visit where the site is
 */
public record Place(Site site, Visit visit) {}
