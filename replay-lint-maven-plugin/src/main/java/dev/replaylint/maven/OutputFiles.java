package dev.replaylint.maven;

import dev.replaylint.report.JsonWriter;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.report.ReportWriter;
import dev.replaylint.report.SarifWriter;
import dev.replaylint.report.ci.CheckstyleWriter;
import dev.replaylint.report.ci.GitLabWriter;
import dev.replaylint.report.ci.JUnitWriter;
import dev.replaylint.report.html.HtmlWriter;
import dev.replaylint.report.markdown.MarkdownWriter;
import dev.replaylint.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** Writes the files of a report, each whole or not at all. */
final class OutputFiles {

    private static final Set<String> DEFAULT_EXECUTIONS = Set.of("default", "default-cli");

    /** When there is a file of all modules together. */
    private enum Merged {
        /** It says of a module what reports that are read back do not know. */
        NEVER,
        /** Its readers take the files of all modules. */
        ON_REQUEST,
        /** Its readers take one file. */
        ALWAYS
    }

    /**
     * How a format and its file are called, and who writes it. Files are called as their readers look for them: Jenkins for
     * {@code checkstyle-result.xml}, many for {@code TEST-*.xml}, GitLab for {@code gl-code-quality-report.json}.
     */
    private record Format(String name, String file, String extension, ReportWriter writer, Merged merged) {}

    private final List<Format> formats;

    private OutputFiles(List<Format> formats) {
        this.formats = List.copyOf(formats);
    }

    /**
     * Files in these formats; findings as bad as {@code failOn} are failures where a format knows failures.
     *
     * @param sarifSuppressed whether SARIF has what is suppressed
     */
    static OutputFiles of(List<String> formats, FailOn failOn, boolean sarifSuppressed) throws MojoExecutionException {
        List<Format> known = known(failOn, sarifSuppressed);
        List<Format> named = new ArrayList<>();
        for (String format : formats) {
            String name = format.strip().toLowerCase(Locale.ROOT);
            named.add(known.stream()
                    .filter(f -> f.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new MojoExecutionException(
                            "replay-lint.formats has `" + format + "`; it can have " + names(known))));
        }
        return new OutputFiles(named);
    }

    /** No files. */
    static OutputFiles none() {
        return new OutputFiles(List.of());
    }

    /** Those of them of which readers take one for all modules. */
    OutputFiles ofAllModules() {
        return new OutputFiles(
                formats.stream().filter(f -> f.merged() == Merged.ALWAYS).toList());
    }

    /** Those of them that can be written for all modules. */
    OutputFiles ofReadReports(FailOn failOn) throws MojoExecutionException {
        List<Format> some =
                formats.stream().filter(f -> f.merged() != Merged.NEVER).toList();
        if (some.isEmpty()) {
            List<Format> possible = known(failOn, false).stream()
                    .filter(f -> f.merged() != Merged.NEVER)
                    .toList();
            throw new MojoExecutionException(
                    "replay-lint.formats has nothing that several modules can have together: " + names(possible));
        }
        return new OutputFiles(some);
    }

    boolean isEmpty() {
        return formats.isEmpty();
    }

    /** Where nothing fails the build, errors are failures of tests all the same: a list of tests in which none can fail tells nothing. */
    private static List<Format> known(FailOn failOn, boolean sarifSuppressed) {
        Severity mildest = failOn.threshold().orElse(Severity.ERROR);
        return List.of(
                new Format("sarif", "replay-lint", ".sarif", new SarifWriter(sarifSuppressed), Merged.ALWAYS),
                new Format("json", "replay-lint", ".json", new JsonWriter(), Merged.NEVER),
                new Format("html", "index", ".html", new HtmlWriter(), Merged.NEVER),
                new Format("markdown", "replay-lint", ".md", new MarkdownWriter(), Merged.NEVER),
                new Format("checkstyle", "checkstyle-result", ".xml", new CheckstyleWriter(), Merged.ON_REQUEST),
                new Format("junit", "TEST-replay-lint", ".xml", new JUnitWriter(mildest), Merged.ON_REQUEST),
                new Format("gitlab", "gl-code-quality-report", ".json", new GitLabWriter(), Merged.ALWAYS));
    }

    /** The formats, with the names of their files. */
    static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        known(FailOn.NEVER, false).forEach(f -> names.put(f.name(), f.file() + f.extension()));
        return names;
    }

    private static String names(List<Format> formats) {
        List<String> names = formats.stream().map(Format::name).toList();
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    List<Path> write(Report report, ReportContext context, Path directory, String executionId) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Format format : formats) {
            Path file = file(format, directory, executionId);
            write(format.writer(), report, context, file);
            written.add(file);
        }
        return written;
    }

    private static Path file(Format format, Path directory, String executionId) {
        return directory.resolve(format.file() + suffix(executionId) + format.extension());
    }

    /** What the names of an execution's files have, so that several executions do not replace one another's. */
    static String suffix(String executionId) {
        return DEFAULT_EXECUTIONS.contains(executionId) ? "" : "-" + executionId;
    }

    /** Removes what an execution wrote in these formats in an earlier build, which speaks of code that is gone. */
    void remove(Path directory, String executionId) throws IOException {
        for (Format format : formats) {
            Files.deleteIfExists(file(format, directory, executionId));
        }
    }

    /** The formats that these are not, without HTML: that may be of the goal {@code report}. */
    OutputFiles others() {
        List<Format> others = new ArrayList<>(known(FailOn.NEVER, false));
        others.removeIf(o -> o.name().equals("html")
                || formats.stream().anyMatch(f -> f.name().equals(o.name())));
        return new OutputFiles(others);
    }

    /** Where the files of a module are. */
    static Path directory(MavenProject module) {
        return Path.of(module.getBuild().getDirectory()).resolve("replay-lint");
    }

    /** Whether a report in these formats has the operations of handlers in it. */
    boolean needWorkflows() {
        return formats.stream().anyMatch(f -> f.writer().needsWorkflows());
    }

    static void write(ReportWriter writer, Report report, ReportContext context, Path file) throws IOException {
        replace(file, temporary -> {
            try (Writer out = Files.newBufferedWriter(temporary)) {
                writer.write(report, context, out);
            }
        });
    }

    static void write(byte[] content, Path file) throws IOException {
        replace(file, temporary -> Files.write(temporary, content));
    }

    private interface Content {
        void write(Path file) throws IOException;
    }

    private static void replace(Path file, Content content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path temporary = Files.createTempFile(directory, "replay-lint", ".tmp");
        try {
            content.write(temporary);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
