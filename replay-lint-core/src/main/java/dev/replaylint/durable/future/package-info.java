/**
 * Operations that are started and joined later: what nobody joins, and whose failures nobody looks at. Knows nothing of loops and names.
 */
@NullMarked
package dev.replaylint.durable.future;

import org.jspecify.annotations.NullMarked;
