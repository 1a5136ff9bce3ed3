package dev.replaylint.benchmark.tools;

import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Analyses source roots at once. Arguments: the roots. */
final class Analyze {

    private Analyze() {}

    public static void main(String[] arguments) {
        List<Path> roots = Stream.of(arguments).map(Path::of).toList();
        Report report = new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Sources(roots, List.of(), StandIn.classPath(), StandardCharsets.UTF_8))
                .report();
        System.out.printf(
                "%d handlers, %d findings%n",
                report.coverage().handlers(), report.findings().size());
    }
}
