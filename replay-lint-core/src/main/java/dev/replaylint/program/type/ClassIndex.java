package dev.replaylint.program.type;

import java.util.Optional;

/** Finds class headers by binary name. Lookups are memoised; an implementation reads a class when it is first asked for. */
public interface ClassIndex {

    /** The header of the class with this binary name, or empty if there is none. Never throws for damaged classes. */
    Optional<ClassHeader> find(String binaryName);

    /** Whether any class is in this package ({@code java.util}) or in one below it. */
    boolean hasPackage(String name);
}
