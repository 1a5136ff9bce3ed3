package dev.replaylint.benchmark;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Analyses a generated project, and parses the same files with JavaParser alone, in one run. Not a test: figures of one machine prove
 * nothing on another. Arguments: number of handlers, directory to write to.
 */
final class AnalysisBenchmark {

    private AnalysisBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[1]);
        GeneratedProject.write(root, Integer.parseInt(arguments[0]));
        List<Path> files = files(root);
        long lines = 0;
        for (Path file : files) {
            lines += Files.readAllLines(file).size();
        }
        long start = System.nanoTime();
        Report report = new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Sources(List.of(root), List.of(), List.of(), StandardCharsets.UTF_8))
                .report();
        double analysis = seconds(start);
        start = System.nanoTime();
        JavaParser parser = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.BLEEDING_EDGE));
        for (Path file : files) {
            parser.parse(Files.readString(file)).getResult().orElseThrow();
        }
        double parsing = seconds(start);
        long heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        System.out.printf(
                "%d files, %d lines, %d handlers, %d findings: analysis %.1f s, JavaParser alone %.1f s, ratio %.2f, heap %d MB%n",
                files.size(),
                lines,
                report.coverage().handlers(),
                report.findings().size(),
                analysis,
                parsing,
                analysis / parsing,
                heap);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }
}
