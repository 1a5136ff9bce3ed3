/**
 * What comes out of a checkpoint, and whether it is what went in: types that operations are told, what Jackson makes of them, and how
 * large they may be. Knows nothing of the order of operations.
 */
@NullMarked
package dev.replaylint.durable.payload;

import org.jspecify.annotations.NullMarked;
