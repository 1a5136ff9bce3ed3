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

    private static final Map<String, Format> FORMATS = Map.of(
            "sarif", new Format("replay-lint", ".sarif", new SarifWriter()),
            "json", new Format("replay-lint", ".json", new JsonWriter()),
            "html", new Format("index", ".html", new HtmlWriter()),
            "markdown", new Format("replay-lint", ".md", new MarkdownWriter()));

    private static final Set<String> DEFAULT_EXECUTIONS = Set.of("default", "default-cli");

    /** How a file is called, and who writes it. */
    private record Format(String name, String extension, ReportWriter writer) {}

    private OutputFiles() {}

    static List<Path> write(
            Report report, ReportContext context, Path directory, List<String> formats, String executionId)
            throws IOException, MojoExecutionException {
        String suffix = DEFAULT_EXECUTIONS.contains(executionId) ? "" : "-" + executionId;
        List<Path> written = new ArrayList<>();
        for (String format : formats) {
            Format known = FORMATS.get(name(format));
            if (known == null) {
                throw new MojoExecutionException(
                        "replay-lint.formats has `" + format + "`; it can have sarif, json, html and markdown");
            }
            Path file = directory.resolve(known.name() + suffix + known.extension());
            write(known.writer(), report, context, file);
            written.add(file);
        }
        return written;
    }

    /** Whether a report in these formats has the operations of handlers in it. */
    static boolean needWorkflows(List<String> formats) {
        return formats.stream()
                .map(f -> FORMATS.get(name(f)))
                .anyMatch(f -> f != null && f.writer().needsWorkflows());
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
