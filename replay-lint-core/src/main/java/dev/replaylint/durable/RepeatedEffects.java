package dev.replaylint.durable;

import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.CallPath;
import dev.replaylint.durable.flow.Operation;

/**
 * Two effects of one step's function that can both be made in one attempt.
 *
 * @param step the operation
 * @param path to the operation
 * @param first the effect that another attempt makes again
 * @param next an effect after it, whose failure leads to another attempt
 */
public record RepeatedEffects(Operation step, CallPath path, ApiUse first, ApiUse next) {}
