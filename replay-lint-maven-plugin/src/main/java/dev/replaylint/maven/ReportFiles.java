package dev.replaylint.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** Finds the reports that {@code check} has written to be read again. */
final class ReportFiles {

    /** Executions with an id of their own have it in the names of their files. */
    private static final String NAME = "replay-lint(-.+)?\\.json";

    private ReportFiles() {}

    /** The reports of modules, those without durable handlers having none. */
    static List<Path> of(List<MavenProject> modules) throws MojoExecutionException {
        List<Path> reports = new ArrayList<>();
        for (MavenProject module : modules) {
            Path directory = OutputFiles.directory(module);
            List<Path> found = Files.isDirectory(directory) ? find(directory, 1) : List.of();
            if (found.isEmpty() && Files.exists(directory.resolve("replay-lint.sarif")) && !isParent(module)) {
                throw new MojoExecutionException(directory + " has files of check, but no replay-lint.json; "
                        + "run check with json among replay-lint.formats");
            }
            reports.addAll(found);
        }
        if (reports.isEmpty()) {
            throw new MojoExecutionException(
                    "there is no replay-lint.json in the build directories of these modules; run replay-lint:check first");
        }
        return reports;
    }

    /** What a parent has may be the file of all modules. */
    private static boolean isParent(MavenProject module) {
        return !module.getModules().isEmpty();
    }

    /** All reports below these directories, each of which has to have one. */
    static List<Path> below(List<Path> directories) throws MojoExecutionException {
        List<Path> reports = new ArrayList<>();
        for (Path directory : directories) {
            if (!Files.isDirectory(directory)) {
                throw new MojoExecutionException("replay-lint.inputs has " + directory + ", which is no directory");
            }
            List<Path> found = find(directory, Integer.MAX_VALUE);
            if (found.isEmpty()) {
                throw new MojoExecutionException(
                        "replay-lint.inputs has " + directory + ", in which there is no replay-lint.json");
            }
            reports.addAll(found);
        }
        return reports;
    }

    private static List<Path> find(Path directory, int depth) throws MojoExecutionException {
        try (Stream<Path> files = Files.walk(directory, depth)) {
            return files.filter(f -> f.getFileName().toString().matches(NAME) && Files.isRegularFile(f))
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new MojoExecutionException(directory + " cannot be read: " + e.getMessage(), e);
        }
    }
}
