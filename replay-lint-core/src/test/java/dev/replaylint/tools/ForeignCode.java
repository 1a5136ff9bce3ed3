package dev.replaylint.tools;

import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.bytecode.ClassFileIndex;
import dev.replaylint.bytecode.ClassPath;
import dev.replaylint.program.Problem;
import dev.replaylint.report.Report;
import dev.replaylint.source.SourceCode;
import dev.replaylint.source.SourceLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * Analyses code that knows nothing of durable functions, in which nothing is to be found, and then reads all of it, not only what
 * handlers reach. Prints one line for each source root, and what could not be read.
 */
final class ForeignCode {

    private static final long STACK = 64L << 20;

    private ForeignCode() {}

    /** Takes source roots. */
    public static void main(String[] roots) throws Exception {
        System.out.println("root | files | lines | findings | analysed in ms | read whole in ms | not read");
        for (String root : roots) {
            Path path = Path.of(root);
            FutureTask<String> line = new FutureTask<>(() -> line(path));
            new Thread(null, line, "foreign", STACK).start();
            System.out.println(line.get());
        }
    }

    private static String line(Path root) throws IOException {
        long start = System.nanoTime();
        Report report = new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Sources(List.of(root), List.of(), List.of(), StandardCharsets.UTF_8))
                .report();
        long analysed = System.nanoTime();
        List<Problem> problems = readWhole(root);
        long read = System.nanoTime();
        StringBuilder line = new StringBuilder(String.format(
                "%s | %d | %d | %d | %d | %d | %d",
                root.getFileName(),
                report.coverage().files(),
                lines(root),
                report.findings().size(),
                (analysed - start) / 1_000_000,
                (read - analysed) / 1_000_000,
                problems.size()));
        problems.forEach(p -> line.append("\n    ")
                .append(p.file())
                .append(':')
                .append(p.line())
                .append(' ')
                .append(p.reason()));
        return line.toString();
    }

    /** Parses, attributes and lowers every file: each contains the empty word. */
    private static List<Problem> readWhole(Path root) {
        try (ClassPath classPath = ClassPath.open(List.of())) {
            SourceLibrary library =
                    SourceLibrary.open(List.of(root), List.of(), file -> true, StandardCharsets.UTF_8, Set.of());
            SourceCode code = SourceCode.of(library, ClassFileIndex.of(classPath), call -> Optional.empty());
            code.typesMentioning(Set.of(""));
            return code.problems();
        }
    }

    private static long lines(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".java") && Files.isRegularFile(f))
                    .mapToLong(ForeignCode::linesOf)
                    .sum();
        }
    }

    private static long linesOf(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.count();
        } catch (IOException e) {
            return 0;
        }
    }
}
