package dev.replaylint.durable.payload;

import java.util.Optional;

/**
 * A generic type that an operation is told without its arguments.
 *
 * @param type as a reader writes it
 * @param element what its elements were; empty where that is not known
 * @param readAs what the elements come back as, as a message says it
 * @param erased whether a token names a type variable in their place
 */
public record RawType(GivenType given, String type, Optional<String> element, String readAs, boolean erased) {}
