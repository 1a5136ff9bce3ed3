package dev.replaylint.program;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Class files by binary name, wherever they are found: what a front end for class files reads. The Java platform's need not be
 * among them. May be asked from several threads. Nothing here throws for what is damaged or gone.
 */
public interface ClassFiles {

    /** The class file; empty if there is none or it cannot be read. */
    Optional<byte[]> bytes(String binaryName);

    /** Whether there is such a class, which then hides one of the platform. */
    boolean has(String binaryName);

    /** Binary names of the classes in a package, without those below it. */
    Set<String> classNamesIn(String packageName);

    /** The packages that have classes, such as {@code java.util}. */
    Set<String> packages();

    /** Notes what is wrong with a class: it {@code reason}. */
    void report(String binaryName, String reason);

    /** What was first noted to be wrong with a class; empty if nothing was. */
    Optional<String> damage(String binaryName);

    /** The file that a class is in, as its users know it; the class itself if that is not known. */
    default String file(String binaryName) {
        return binaryName;
    }

    /** What was wrong so far, sorted; empty if it is told to somebody else. */
    default List<Problem> problems() {
        return List.of();
    }

    /** Notes that a class, or an array or primitive type, is neither here nor in the Java platform. */
    default void missing(String binaryName) {}
}
