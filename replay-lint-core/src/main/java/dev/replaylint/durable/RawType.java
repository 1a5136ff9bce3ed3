package dev.replaylint.durable;

import java.util.Optional;

/**
 * A generic type that an operation is told without its arguments.
 *
 * @param type as a reader writes it
 * @param element what its elements were; empty where that is not known
 * @param erased whether a token names a type variable in their place
 */
public record RawType(GivenType given, String type, Optional<String> element, boolean erased) {}
