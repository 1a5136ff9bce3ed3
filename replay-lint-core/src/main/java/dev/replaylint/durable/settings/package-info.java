/**
 * How operations are configured: delays, timeouts, attempts, what their functions run under. Reads builders, helpers and strategies that
 * users write. Knows nothing of what the operations' functions do.
 */
@NullMarked
package dev.replaylint.durable.settings;

import org.jspecify.annotations.NullMarked;
