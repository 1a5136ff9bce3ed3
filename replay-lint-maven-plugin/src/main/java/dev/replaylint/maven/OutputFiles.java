package dev.replaylint.maven;

import dev.replaylint.report.JsonWriter;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.report.ReportWriter;
import dev.replaylint.report.SarifWriter;
import dev.replaylint.report.html.HtmlWriter;
import dev.replaylint.report.markdown.MarkdownWriter;
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
import org.apache.maven.plugin.MojoExecutionException;

/** Writes the files of a report, each whole or not at all. */
final class OutputFiles {

    private static final Set<String> DEFAULT_EXECUTIONS = Set.of("default", "default-cli");

    /** How a file is called, and who writes it. */
    private record Format(String name, String extension, ReportWriter writer) {}

    private final List<Format> formats;

    /**
     * Files in these formats.
     *
     * @param sarifSuppressed whether SARIF has what is suppressed
     */
    OutputFiles(List<String> formats, boolean sarifSuppressed) throws MojoExecutionException {
        Map<String, Format> known = Map.of(
                "sarif", new Format("replay-lint", ".sarif", new SarifWriter(sarifSuppressed)),
                "json", new Format("replay-lint", ".json", new JsonWriter()),
                "html", new Format("index", ".html", new HtmlWriter()),
                "markdown", new Format("replay-lint", ".md", new MarkdownWriter()));
        this.formats = new ArrayList<>();
        for (String format : formats) {
            Format named = known.get(name(format));
            if (named == null) {
                throw new MojoExecutionException(
                        "replay-lint.formats has `" + format + "`; it can have sarif, json, html and markdown");
            }
            this.formats.add(named);
        }
    }

    List<Path> write(Report report, ReportContext context, Path directory, String executionId) throws IOException {
        String suffix = DEFAULT_EXECUTIONS.contains(executionId) ? "" : "-" + executionId;
        List<Path> written = new ArrayList<>();
        for (Format format : formats) {
            Path file = directory.resolve(format.name() + suffix + format.extension());
            write(format.writer(), report, context, file);
            written.add(file);
        }
        return written;
    }

    /** Whether a report in these formats has the operations of handlers in it. */
    boolean needWorkflows() {
        return formats.stream().anyMatch(f -> f.writer().needsWorkflows());
    }

    private static String name(String format) {
        return format.strip().toLowerCase(Locale.ROOT);
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
