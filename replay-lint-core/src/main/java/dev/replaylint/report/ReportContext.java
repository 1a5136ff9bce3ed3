package dev.replaylint.report;

import dev.replaylint.program.Location;
import dev.replaylint.program.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an analysis took place, so that writers can say where files are.
 *
 * @param module name of what was analysed, such as the module's artifact id
 * @param root directory that machine-readable paths are relative to: the root of the repository
 * @param start directory that printed paths are relative to: where the user started the build
 * @param files places of files by the name that locations use
 * @param version of the analyzer
 * @param encoding of the files
 */
public record ReportContext(
        String module, Path root, Path start, Map<String, Path> files, String version, Charset encoding) {

    /** The context of files in UTF-8. */
    public ReportContext(String module, Path root, Path start, Map<String, Path> files, String version) {
        this(module, root, start, files, version, StandardCharsets.UTF_8);
    }

    /** The same for readers that take paths to be relative to another directory. */
    public ReportContext withRoot(Path other) {
        return new ReportContext(module, other, start, files, version, encoding);
    }

    /** Path of a location's file relative to the repository's root, with {@code /}; the location's own name if it is elsewhere. */
    public String repositoryPath(Location location) {
        return relative(root, location);
    }

    /** Path of a location's file relative to the start directory. */
    public String printedPath(Location location) {
        return relative(start, location);
    }

    private String relative(Path base, Location location) {
        return Optional.ofNullable(files.get(location.file()))
                .map(f -> relative(base, f, location.file()))
                .orElse(location.file());
    }

    private static String relative(Path base, Path file, String elsewhere) {
        Path from = base.toAbsolutePath().normalize();
        Path to = file.toAbsolutePath().normalize();
        return to.startsWith(from) ? from.relativize(to).toString().replace('\\', '/') : elsewhere;
    }

    /** What could not be read or analysed, by path: where the repository lies, and what else does, decides nothing. */
    public List<Problem> problems(Report report) {
        return report.problems().stream()
                .sorted(Comparator.comparing((Problem p) -> repositoryPath(p)))
                .toList();
    }

    /** Path of a problem's file relative to the repository's root. */
    public String repositoryPath(Problem problem) {
        return relative(root, problem);
    }

    /** Path of a problem's file relative to the start directory. */
    public String printedPath(Problem problem) {
        return relative(start, problem);
    }

    /** Some problems have a file's name in locations, and some are not about files and are called after something else. */
    private String relative(Path base, Problem problem) {
        if (files.containsKey(problem.file())) {
            return relative(base, files.get(problem.file()), problem.file());
        }
        try {
            Path file = Path.of(problem.file());
            return file.isAbsolute() ? relative(base, file, problem.file()) : problem.file();
        } catch (InvalidPathException e) {
            return problem.file();
        }
    }
}
