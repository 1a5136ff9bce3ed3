/**
 * The operations that an entry point starts, as a tree in the order of the code, with what repeats them: counted, compared, and looked
 * through for endless ones. Knows nothing of why somebody asks.
 */
@NullMarked
package dev.replaylint.durable.tree;

import org.jspecify.annotations.NullMarked;
