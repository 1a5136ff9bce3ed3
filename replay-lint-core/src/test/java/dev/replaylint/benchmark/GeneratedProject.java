package dev.replaylint.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A Maven project of any size, the same for the same figures: features (entities, repositories, services, controllers and so on) that
 * no handler enters except for their entities, and handlers in groups that share helpers. Every tenth group reads the clock in code
 * that is replayed, four calls below its handlers. The project needs {@code -Dreplay-lint.version} to be built by Maven.
 *
 * @param directory the project's
 * @param roots its source roots
 * @param handlers how many it has
 * @param lines of all its source files
 * @param files its source files
 * @param reached those that have handlers or are entered from them
 */
public record GeneratedProject(
        Path directory, List<Path> roots, int handlers, long lines, List<Path> files, List<Path> reached) {

    /** Writes a project of at least {@code lines} lines: handlers and what they need, then features until it is that large. */
    public static GeneratedProject write(Path directory, int handlers, int lines) throws IOException {
        ProjectWriter writer = new ProjectWriter(directory, lines);
        int groups = (handlers + Groups.HANDLERS - 1) / Groups.HANDLERS;
        Groups.write(writer, groups, handlers);
        Features.write(writer, groups);
        return writer.finish(handlers);
    }

    /**
     * Writes a project, its list of files that are reached ({@code reached.txt}), and says what it is.
     *
     * @param arguments directory, number of handlers, number of lines
     */
    public static void main(String[] arguments) throws IOException {
        GeneratedProject project =
                write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        System.out.printf(
                "%d handlers, %d lines, %d files, %d of them reached, %d modules%n",
                project.handlers(),
                project.lines(),
                project.files().size(),
                project.reached().size(),
                project.roots().size());
    }
}
