package dev.replaylint.benchmark.tools;

import dev.replaylint.benchmark.GeneratedProject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Runs all tools over one project, and those that are to grow no faster than it over one of twice the lines and one of twice the
 * handlers; all of them one after the other, round by round, so that what else the machine does hits all alike. Prints Markdown after
 * each round, of all rounds up to it.
 *
 * <p>Arguments: this module's directory, directory to write to, number of handlers, number of lines, number of rounds.
 */
final class ToolBenchmark {

    /** What each Java process may use. */
    static final String HEAP = "-Xmx512m";

    private final Path work;
    private final Tools tools;
    private final int handlers;
    private final int lines;

    private ToolBenchmark(Path module, Path work, int handlers, int lines) throws IOException {
        this.work = work;
        this.tools = new Tools(module, work, version());
        this.handlers = handlers;
        this.lines = lines;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path work = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        int handlers = Integer.parseInt(arguments[2]);
        int lines = Integer.parseInt(arguments[3]);
        Path module = Path.of(arguments[0]).toAbsolutePath();
        new ToolBenchmark(module, work, handlers, lines).run(Integer.parseInt(arguments[4]));
    }

    private void run(int rounds) throws IOException, InterruptedException {
        GeneratedProject base = generated(handlers, lines);
        GeneratedProject longer = generated(handlers, 2 * lines);
        GeneratedProject busier = generated(2 * handlers, lines);
        List<Tool> onBase = growing(base);
        List<Tool> onLonger = growing(longer);
        List<Tool> onBusier = growing(busier);
        Tool again = tools.again(base);
        again.run(work.resolve("logs"));
        List<Tool> others = List.of(
                again, tools.mavenAlone(base), tools.pmd(base), tools.checkstyle(base), tools.spotBugs(base));
        Map<Tool, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (List<Tool> some : List.of(onBase, others, onLonger, onBusier)) {
                for (Tool tool : some) {
                    costs.computeIfAbsent(tool, t -> new ArrayList<>()).add(tool.run(work.resolve("logs")));
                }
            }
            Map<Tool, Cost> medians = new LinkedHashMap<>();
            costs.forEach((tool, all) -> medians.put(tool, Cost.median(all)));
            print(new Table(medians), base, round, onBase, others, onLonger, onBusier);
        }
    }

    private GeneratedProject generated(int handlers, int lines) throws IOException {
        return GeneratedProject.write(work.resolve(handlers + "-handlers-" + lines + "-lines"), handlers, lines);
    }

    private List<Tool> growing(GeneratedProject project) throws IOException {
        return List.of(
                tools.check(project), tools.facade(project), tools.parseReached(project), tools.parseAll(project));
    }

    private void print(
            Table table,
            GeneratedProject project,
            int rounds,
            List<Tool> onBase,
            List<Tool> others,
            List<Tool> onLonger,
            List<Tool> onBusier) {
        System.out.println(Machine.describe(rounds));
        System.out.printf(
                "%nArguments: %d %d %d. The project: %,d handlers, %,d lines in %,d files, %,d of which matter, %d modules.%n%n",
                handlers,
                lines,
                rounds,
                handlers,
                project.lines(),
                project.files().size(),
                project.reached().size(),
                project.roots().size());
        List<Tool> all = new ArrayList<>(onBase);
        all.addAll(others);
        System.out.println(table.tools(all));
        System.out.println(table.growth(onBase, onLonger, onBusier));
    }

    /** Of the analyzer, as its jar says. */
    private static String version() throws IOException {
        Properties properties = new Properties();
        String name = "/META-INF/maven/dev.replaylint/replay-lint-core/pom.properties";
        try (InputStream in = ToolBenchmark.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the analyzer is not packaged: build it with mvn install first");
            }
            properties.load(in);
        }
        return properties.getProperty("version");
    }
}
