package dev.replaylint.source.attribution;

import java.nio.file.Path;

/**
 * What one call in a source file means, in terms that javac and our attribution share.
 *
 * @param kind C for method calls, N for creations, E for enum constants, R for method references, S for constructor calls
 * @param owner binary name of the declaring class, empty if it is not known
 * @param parameters descriptors of the erased parameters
 */
record Meaning(Place place, String owner, String name, String parameters) {

    /** Where a call is, such that both parsers agree on it. */
    record Place(Path file, char kind, int line, int column) {}

    boolean isKnown() {
        return !owner.isEmpty();
    }

    /** Whether a call of the durable SDK is meant. */
    boolean isDurable() {
        return owner.startsWith("software.amazon.lambda.durable.");
    }
}
