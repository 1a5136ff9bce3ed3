/**
 * What one body, or one class, shows by itself: which functional types there are, what is certainly known of a value, where it is used.
 * Knows neither who calls the body nor what its calls run.
 */
@NullMarked
package dev.replaylint.durable.body;

import org.jspecify.annotations.NullMarked;
