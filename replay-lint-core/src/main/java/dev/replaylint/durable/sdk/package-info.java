/**
 * The SDK's names: operations, configurations and strategies, where replayed code starts, and what replay does with each kind of code.
 * {@link DurableSdk}, {@link DurableSettings} and {@link DurableStrategies} are the only places that name the SDK. Knows no code that is
 * analysed but its calls' targets.
 */
@NullMarked
package dev.replaylint.durable.sdk;

import org.jspecify.annotations.NullMarked;
