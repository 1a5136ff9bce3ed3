/**
 * What durable execution makes of a program, and what rules ask of it: {@link ReplayModel}. The parts below answer: where replayed code
 * starts and which code runs again, where values come from and whether they reach an operation, what the operations are, in which order
 * and how often. {@code durable.sdk} alone names the SDK. Knows no rules and no output.
 */
@NullMarked
package dev.replaylint.durable;

import org.jspecify.annotations.NullMarked;
