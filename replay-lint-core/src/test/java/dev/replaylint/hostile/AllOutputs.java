package dev.replaylint.hostile;

import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.manifest.InvalidManifest;
import dev.replaylint.manifest.ManifestFile;
import dev.replaylint.report.ConsoleText;
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
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A process of its own that analyses a project and writes everything there is to write. */
final class AllOutputs {

    /** What is analysed. */
    enum Of {
        SOURCES,
        CLASSES
    }

    private AllOutputs() {}

    /**
     * Writes into a directory that does not exist.
     *
     * @param arguments what to analyse, its root, directory of the outputs, language tag, number of analyses at once, and the class path
     */
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.forLanguageTag(arguments[3]));
        Of what = Of.valueOf(arguments[0]);
        Path root = Path.of(arguments[1]);
        Path directory = Path.of(arguments[2]);
        int threads = Integer.parseInt(arguments[4]);
        List<Path> classPath = Arrays.stream(arguments[5].split(File.pathSeparator))
                .map(Path::of)
                .toList();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Future<Map<String, String>>> all = IntStream.range(0, threads)
                .mapToObj(i -> executor.submit(() -> outputs(what, root, directory.resolve("module" + i), classPath)))
                .toList();
        executor.shutdown();
        for (int i = 0; i < threads; i++) {
            for (Map.Entry<String, String> output : all.get(i).get().entrySet()) {
                Files.createDirectories(directory.resolve("run" + i));
                Files.writeString(directory.resolve("run" + i).resolve(output.getKey()), output.getValue());
            }
        }
    }

    /**
     * Everything there is to write of a project.
     *
     * @param module directory for the manifest, which may not be there
     */
    static Map<String, String> outputs(Of what, Path root, Path module, List<Path> classPath)
            throws IOException, InvalidManifest {
        ReplayLint tool = new ReplayLint(Configuration.defaults()).withWorkflows();
        ReplayLint.Analysis analysis = what == Of.SOURCES
                ? tool.analyze(new ReplayLint.Sources(List.of(root), List.of(), classPath, StandardCharsets.UTF_8))
                : tool.analyze(new ReplayLint.Classes(List.of(root), classPath));
        ReportContext context = new ReportContext("module", root, root, analysis.paths(), "1");
        Map<String, String> outputs = written(analysis.report(), context);
        outputs.put(
                "console",
                ConsoleText.entries(analysis.report(), context).stream()
                        .map(ConsoleText.Entry::toString)
                        .collect(Collectors.joining("\n")));
        Files.createDirectories(module);
        new ManifestFile(module, module.resolve("target"))
                .write(Optional.empty(), analysis.comparison().orElseThrow().declared());
        outputs.put("manifest", Files.readString(module.resolve(ManifestFile.NAME)));
        return outputs;
    }

    /** A report in all formats, by the simple names of their writers. */
    static Map<String, String> written(Report report, ReportContext context) throws IOException {
        Map<String, String> outputs = new TreeMap<>();
        for (ReportWriter writer : writers()) {
            StringBuilder text = new StringBuilder();
            writer.write(report, context, text);
            outputs.put(writer.getClass().getSimpleName(), text.toString());
        }
        return outputs;
    }

    private static List<ReportWriter> writers() {
        return List.of(
                new JsonWriter(),
                new SarifWriter(true),
                new HtmlWriter(),
                new MarkdownWriter(),
                new CheckstyleWriter(),
                new GitLabWriter(),
                new JUnitWriter(Severity.INFO));
    }
}
