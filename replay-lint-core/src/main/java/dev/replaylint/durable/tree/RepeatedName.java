package dev.replaylint.durable.tree;

import dev.replaylint.durable.tree.OperationNode.Op;
import java.util.Optional;

/**
 * An operation under a name that another of its kind has in the same context, or that it has itself each time round.
 *
 * @param earlier the other one; the same call where code is run twice; empty for a loop
 */
public record RepeatedName(Op operation, Optional<Op> earlier) {}
