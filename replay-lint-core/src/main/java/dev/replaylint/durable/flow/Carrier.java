package dev.replaylint.durable.flow;

/** What a value may be, as far as functions go: one of them, or an object that may keep some. */
sealed interface Carrier permits Closure, Keeper {}
