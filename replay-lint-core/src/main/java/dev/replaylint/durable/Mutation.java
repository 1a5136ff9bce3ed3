package dev.replaylint.durable;

import dev.replaylint.catalog.KeyPlace;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.CallPath;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.key.KeyState;
import java.util.Optional;

/**
 * A call in a step, or in what it calls, that changes something outside the process.
 *
 * @param use the call
 * @param path to the call, on a way on which all this holds
 * @param step the operation whose function makes it
 * @param repeats whether the step may run the call again
 * @param key what the call's idempotency key is
 * @param place where the key is given, or can be
 */
public record Mutation(
        ApiUse use, CallPath path, Operation step, boolean repeats, KeyState key, Optional<KeyPlace> place) {}
