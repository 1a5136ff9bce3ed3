package dev.replaylint.benchmark.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tool with what it is to look at.
 *
 * @param name of it, as the table has it
 * @param directory to run it in
 * @param command that runs it
 * @param ok what its output ends with if it did its work, whatever its exit code; empty if the exit code says so
 */
record Tool(String name, Path directory, List<String> command, Optional<String> ok) {

    private static final Path TIME = Path.of("/usr/bin/time");

    Tool(String name, Path directory, List<String> command) {
        this(name, directory, command, Optional.empty());
    }

    /**
     * Runs it once.
     *
     * @param files where its output goes
     */
    Cost run(Path files) throws IOException, InterruptedException {
        if (!Files.isExecutable(TIME)) {
            throw new IOException(TIME + " is not there: install GNU time");
        }
        Files.createDirectories(files);
        Path log = files.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".log");
        Path times = files.resolve("times.txt");
        List<String> timed = new ArrayList<>(List.of(TIME.toString(), "-f", "%U %S %e %M", "-o", times.toString()));
        timed.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(timed)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("MAVEN_OPTS", ToolBenchmark.HEAP);
        int exit = builder.start().waitFor();
        if (ok.isEmpty() ? exit != 0 : !Files.readString(log).strip().endsWith(ok.get())) {
            throw new IOException(name + " failed (" + exit + "): see " + log);
        }
        return cost(times);
    }

    private static Cost cost(Path times) throws IOException {
        List<String> lines = Files.readAllLines(times);
        String[] figures = lines.get(lines.size() - 1).split(" ");
        double processor = Double.parseDouble(figures[0]) + Double.parseDouble(figures[1]);
        return new Cost(processor, Double.parseDouble(figures[2]), Double.parseDouble(figures[3]) / 1024);
    }
}
