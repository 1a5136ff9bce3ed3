/**
 * How often loops run, and what ends them: counts, sizes, states, objects that each round makes anew. Knows operations only where their
 * answers end a loop.
 */
@NullMarked
package dev.replaylint.durable.loop;

import org.jspecify.annotations.NullMarked;
