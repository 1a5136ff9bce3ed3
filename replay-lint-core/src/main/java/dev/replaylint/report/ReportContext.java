package dev.replaylint.report;

import dev.replaylint.program.Location;
import java.nio.file.Path;
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
 */
public record ReportContext(String module, Path root, Path start, Map<String, Path> files, String version) {

    /** Path of a location's file relative to the repository's root, with {@code /}; the location's own name if it is elsewhere. */
    public String repositoryPath(Location location) {
        return relative(root, location);
    }

    /** Path of a location's file relative to the start directory. */
    public String printedPath(Location location) {
        return relative(start, location);
    }

    private String relative(Path base, Location location) {
        Optional<Path> file = Optional.ofNullable(files.get(location.file())).map(Path::toAbsolutePath).map(Path::normalize);
        Path from = base.toAbsolutePath().normalize();
        return file.filter(f -> f.startsWith(from))
                .map(f -> from.relativize(f).toString().replace('\\', '/'))
                .orElse(location.file());
    }
}
