/**
 * What durable execution makes of a program: where it starts, which code runs again on replay and which is checkpointed, by which
 * path code is reached, where values come from and whether they reach an operation. {@link DurableSdk}, {@link DurableSettings} and
 * {@link DurableStrategies} are the only places that name the SDK. Knows no rules and no output.
 */
@NullMarked
package dev.replaylint.durable;

import org.jspecify.annotations.NullMarked;
