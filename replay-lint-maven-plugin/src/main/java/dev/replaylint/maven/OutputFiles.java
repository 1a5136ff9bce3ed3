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
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;

/** Writes the files of a report, each whole or not at all. */
final class OutputFiles {

    private static final Set<String> DEFAULT_EXECUTIONS = Set.of("default", "default-cli");

    /**
     * How a format and its file are called, and who writes it. Files are called as their readers look for them: Jenkins for
     * {@code checkstyle-result.xml}, many for {@code TEST-*.xml}, GitLab for {@code gl-code-quality-report.json}.
     */
    private record Format(String name, String file, String extension, ReportWriter writer) {}

    private final List<Format> formats = new ArrayList<>();

    /**
     * Files in these formats; findings as bad as {@code failOn} are failures where a format knows failures.
     *
     * @param sarifSuppressed whether SARIF has what is suppressed
     */
    OutputFiles(List<String> formats, FailOn failOn, boolean sarifSuppressed) throws MojoExecutionException {
        List<Format> known = known(failOn, sarifSuppressed);
        for (String format : formats) {
            String name = format.strip().toLowerCase(Locale.ROOT);
            this.formats.add(known.stream()
                    .filter(f -> f.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new MojoExecutionException(
                            "replay-lint.formats has `" + format + "`; it can have " + names(known))));
        }
    }

    /** Where nothing fails the build, errors are failures of tests all the same: a list of tests in which none can fail tells nothing. */
    private static List<Format> known(FailOn failOn, boolean sarifSuppressed) {
        Severity mildest = failOn.threshold().orElse(Severity.ERROR);
        return List.of(
                new Format("sarif", "replay-lint", ".sarif", new SarifWriter(sarifSuppressed)),
                new Format("json", "replay-lint", ".json", new JsonWriter()),
                new Format("html", "index", ".html", new HtmlWriter()),
                new Format("markdown", "replay-lint", ".md", new MarkdownWriter()),
                new Format("checkstyle", "checkstyle-result", ".xml", new CheckstyleWriter()),
                new Format("junit", "TEST-replay-lint", ".xml", new JUnitWriter(mildest)),
                new Format("gitlab", "gl-code-quality-report", ".json", new GitLabWriter()));
    }

    private static String names(List<Format> formats) {
        List<String> names = formats.stream().map(Format::name).toList();
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    List<Path> write(Report report, ReportContext context, Path directory, String executionId) throws IOException {
        String suffix = DEFAULT_EXECUTIONS.contains(executionId) ? "" : "-" + executionId;
        List<Path> written = new ArrayList<>();
        for (Format format : formats) {
            Path file = directory.resolve(format.file() + suffix + format.extension());
            write(format.writer(), report, context, file);
            written.add(file);
        }
        return written;
    }

    /** Whether a report in these formats has the operations of handlers in it. */
    boolean needWorkflows() {
        return formats.stream().anyMatch(f -> f.writer().needsWorkflows());
    }

    static void write(ReportWriter writer, Report report, ReportContext context, Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path temporary = Files.createTempFile(directory, "replay-lint", ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(temporary)) {
                writer.write(report, context, out);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
