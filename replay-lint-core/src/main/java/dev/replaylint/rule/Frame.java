package dev.replaylint.rule;

import dev.replaylint.program.Location;

/**
 * One step of a path from a handler to a finding.
 *
 * @param label {@code PriceService.quote}
 * @param location where this frame calls the next one, or, in the last frame, where the finding is
 */
public record Frame(String label, Location location) {}
