package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs {@link AllOutputs} in Java virtual machines of their own. */
final class Forked {

    private Forked() {}

    /**
     * Analyses a source root.
     *
     * @param options of the virtual machine
     * @param workingDirectory where it is started
     * @param arguments of {@link AllOutputs}
     */
    static void run(List<String> options, Path workingDirectory, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Short runs are over before the other compiler and parallel collections pay.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), AllOutputs.class.getName()));
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(workingDirectory.getParent(), "fork", ".log");
        int result = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertWithMessage(Files.readString(log)).that(result).isEqualTo(0);
    }

    /** A class path that means the same from another directory. */
    static String absolute(String classPath) {
        return Stream.of(classPath.split(java.io.File.pathSeparator))
                .map(p -> Path.of(p).toAbsolutePath().normalize().toString())
                .reduce((a, b) -> a + java.io.File.pathSeparator + b)
                .orElse("");
    }

    /** All files below a directory with their content. */
    static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        directory.relativize(file).toString(),
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
