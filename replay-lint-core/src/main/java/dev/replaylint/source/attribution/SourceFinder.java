package dev.replaylint.source.attribution;

import com.github.javaparser.ast.CompilationUnit;
import java.util.Optional;
import java.util.Set;

/** Finds the source file of a class, parsing it when it is first asked for. */
public interface SourceFinder {

    /** The file that declares the top-level class with this binary name; empty if there is none or it cannot be parsed. */
    Optional<CompilationUnit> unitOf(String topLevelName);

    /** Names of the packages that the source files are in. */
    Set<String> packages();
}
