package dev.replaylint.maven;

import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.report.ci.GitHubAnnotations;
import dev.replaylint.report.markdown.MarkdownWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Tells a job of GitHub Actions what was found: annotations on its output, and a summary of the step.
 *
 * @param workspace what paths are relative to; empty if the job does not say
 * @param summary the file that becomes the step's summary; empty if there is none
 */
record GitHub(Optional<Path> workspace, Optional<Path> summary) {

    /** What there is to tell of this environment; empty if nothing is. {@code auto} looks whether it is one of GitHub Actions. */
    static Optional<GitHub> of(String setting, Map<String, String> environment) throws MojoExecutionException {
        boolean on = switch (setting.strip()) {
            case "auto" -> "true".equals(environment.get("GITHUB_ACTIONS"));
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new MojoExecutionException(
                        "replay-lint.github is `" + setting + "`; it can be auto, true or false");
        };
        return on
                ? Optional.of(
                        new GitHub(path("GITHUB_WORKSPACE", environment), path("GITHUB_STEP_SUMMARY", environment)))
                : Optional.empty();
    }

    private static Optional<Path> path(String name, Map<String, String> environment) {
        return Optional.ofNullable(environment.get(name))
                .filter(p -> !p.isBlank())
                .map(Path::of);
    }

    /**
     * Writes annotations and summary.
     *
     * @param room what the step can still have of annotations; modules of one build share it
     */
    void tell(Report report, ReportContext context, Map<String, Integer> room, Log log) {
        synchronized (room) {
            String files = summary.isPresent() ? "the summary of the step" : "the files of the report";
            GitHubAnnotations annotations =
                    GitHubAnnotations.of(report, context.withRoot(workspace.orElse(context.root())), room, files);
            annotations.rest().ifPresent(log::info);
            try {
                print(annotations);
                if (summary.isPresent()) {
                    summarise(report, context, summary.get());
                }
            } catch (IOException e) {
                log.warn("replay-lint: cannot tell GitHub what was found: " + e.getMessage());
            }
        }
    }

    /**
     * Past {@code System.out}, which Maven 4 prefixes: the runner reads commands at the start of a line only. The empty line ends what
     * others have begun.
     */
    @SuppressWarnings("resource") // Closing the stream would close the output of the whole build.
    private static void print(GitHubAnnotations annotations) throws IOException {
        if (!annotations.lines().isEmpty()) {
            String lines = "\n" + String.join("\n", annotations.lines()) + "\n";
            System.out.flush();
            OutputStream out = new FileOutputStream(FileDescriptor.out);
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void summarise(Report report, ReportContext context, Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        new MarkdownWriter().write(report, context, text);
        new StepSummary(file).append(text + "\n");
    }
}
