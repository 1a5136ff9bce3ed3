package dev.replaylint.spotbugs;

import dev.replaylint.benchmark.GeneratedProject;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs SpotBugs with all its own detectors at full effort over a generated project, with and without this plugin in turn, each time in
 * a JVM of its own with 512 MB. Not a test: figures of one machine prove nothing on another. Arguments: number of handlers, directory
 * to write to, number of pairs, the packaged jar. The class path must be that of the tests.
 */
final class DetectorBenchmark {

    private record Seconds(double wall, double processor) {}

    private final Path directory;
    private final String jar;

    private DetectorBenchmark(Path directory, String jar) {
        this.directory = directory;
        this.jar = jar;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        DetectorBenchmark benchmark = new DetectorBenchmark(Path.of(arguments[1]), arguments[3]);
        benchmark.prepare(Integer.parseInt(arguments[0]));
        benchmark.run(false);
        for (int pair = 0; pair < Integer.parseInt(arguments[2]); pair++) {
            boolean first = pair % 2 == 0;
            Seconds one = benchmark.run(first);
            Seconds other = benchmark.run(!first);
            print(first ? other : one, first ? one : other);
        }
    }

    private static void print(Seconds without, Seconds with) {
        System.out.printf(
                "without %.1f s (processor %.1f s), with %.1f s (processor %.1f s): ratio %.3f (processor %.3f)%n",
                without.wall(),
                without.processor(),
                with.wall(),
                with.processor(),
                with.wall() / without.wall(),
                with.processor() / without.processor());
    }

    private void prepare(int handlers) throws IOException {
        Path sources = directory.resolve("src");
        GeneratedProject project = GeneratedProject.write(sources, handlers, 0);
        Path classes = Programs.compile(sources, directory.resolve("classes"), Fixtures.classPath());
        try (Stream<Path> files = Files.walk(classes)) {
            System.out.printf(
                    "%d handlers, %d lines, %d class files%n",
                    handlers,
                    project.lines(),
                    files.filter(f -> f.toString().endsWith(".class")).count());
        }
    }

    private Seconds run(boolean plugin) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("java", "-Xmx512m", "-cp", spotBugs()));
        command.add("edu.umd.cs.findbugs.FindBugs2");
        if (plugin) {
            command.addAll(List.of("-pluginList", jar));
        }
        Path report = directory.resolve(plugin ? "with.xml" : "without.xml");
        command.addAll(List.of("-effort:max", "-low", "-xml=" + report));
        command.addAll(List.of("-auxclasspath", Jdk.path(Fixtures.classPath())));
        command.add(directory.resolve("classes").toString());
        Path times = directory.resolve("times.txt");
        String quoted = String.join("' '", command);
        Process process = new ProcessBuilder("bash", "-c", "TIMEFORMAT='%R %U %S'; time '" + quoted + "' 2>/dev/null")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(times.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("SpotBugs failed: " + command);
        }
        if (plugin) {
            System.out.printf(
                    "%d bugs of this plugin; ",
                    Files.readString(report).split("category=\"REPLAY_SAFETY\"", -1).length - 1);
        }
        String[] parts = Files.readString(times).strip().split(" ");
        return new Seconds(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]));
    }

    /** SpotBugs and what it brings, of the class path of the tests. */
    private static String spotBugs() {
        List<String> names = List.of(
                "/com/github/spotbugs/spotbugs",
                "/org/ow2/asm/",
                "/org/apache/bcel/",
                "/org/apache/commons/",
                "/commons-io/",
                "/org/dom4j/",
                "/jaxen/",
                "/net/jcip/",
                "/com/github/stephenc/jcip/",
                "/com/google/code/findbugs/jsr305/",
                "/com/google/code/gson/",
                "/net/sf/saxon/",
                "/org/xmlresolver/",
                "/org/apache/logging/",
                "/org/slf4j/slf4j-api/");
        List<Path> entries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(e -> names.stream().anyMatch(e.replace('\\', '/')::contains))
                .map(Path::of)
                .toList();
        return Jdk.path(entries);
    }
}
