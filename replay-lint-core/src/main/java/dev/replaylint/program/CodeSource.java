package dev.replaylint.program;

import dev.replaylint.program.type.ClassHeader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One body of code that a front end reads on demand: the project's sources, its class files, or the libraries. */
public interface CodeSource {

    /** Header of a class of this code; empty if it has no such class. */
    Optional<ClassHeader> type(String binaryName);

    /** Code of a method declared in exactly this class; empty if abstract, native, absent or unreadable. */
    Optional<Body> body(MethodKey key);

    /** Binary names of classes of this code that directly extend or implement the named class, sorted. */
    Set<String> directSubtypes(String binaryName);

    /**
     * Binary names of classes of this code in whose file one of the given words stands, sorted: the classes where an analysis may
     * have to start.
     */
    List<String> typesMentioning(Set<String> words);

    /** Whether the class is looked at itself, not only entered from others; of one that does not exist, whether it would be. */
    boolean isJudged(String binaryName);

    /** What people wrote for tools into these files, named as in locations; sorted. Class files keep annotations only. */
    List<Note> notes(Set<String> files, Note.Query query);

    /** What could not be read so far, sorted. */
    List<Problem> problems();

    /** How much was read so far. */
    Extent extent();

    /** The same code without some of its classes, by binary name: the others see them as a library's. */
    default CodeSource without(Predicate<String> classes) {
        return new RestOfCode(this, classes.negate(), name -> true);
    }

    /** The same code in which some classes are only entered from others. */
    default CodeSource notJudging(Predicate<String> classes) {
        return new RestOfCode(this, name -> true, classes.negate());
    }

    /**
     * How much code was read.
     *
     * @param files files that belong to this code
     * @param filesRead files that were parsed or lowered
     */
    record Extent(int files, int filesRead) {}
}
