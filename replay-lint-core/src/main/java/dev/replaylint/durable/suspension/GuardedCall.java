package dev.replaylint.durable.suspension;

import dev.replaylint.catalog.Guard;
import dev.replaylint.durable.flow.ApiUse;

/**
 * A call of an API that stands between a suspending function and whoever calls the API.
 *
 * @param use the call
 * @param guard what the API does there
 * @param suspension what suspends in the function
 */
public record GuardedCall(ApiUse use, Guard guard, Suspension suspension) {}
