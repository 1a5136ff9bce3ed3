package dev.replaylint.catalog;

import dev.replaylint.program.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Catalogue lines that cannot be read; it names each of them with its place and the remedy. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    CatalogException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.file() + ":" + problem.line() + ": " + problem.reason())
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** One problem per wrong line, in the order of the lines. */
    public List<Problem> problems() {
        return problems;
    }
}
