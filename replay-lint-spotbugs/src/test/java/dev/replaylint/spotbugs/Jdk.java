package dev.replaylint.spotbugs;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JDK besides the one that runs the tests. */
record Jdk(Path home) {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    /** The JDK of a version, from {@code JAVA_HOME_<version>} or where Linux has them; the test is skipped if there is none. */
    static Jdk of(int version) throws IOException {
        String variable = "JAVA_HOME_" + version;
        Optional<Path> home = Optional.ofNullable(System.getenv(variable)).map(Path::of);
        if (home.isEmpty() && Files.isDirectory(INSTALLED)) {
            try (Stream<Path> all = Files.list(INSTALLED)) {
                home = all.filter(p -> isVersion(p, version)).sorted().findFirst();
            }
        }
        assumeTrue(home.isPresent(), "no JDK " + version + " in " + variable + " or " + INSTALLED);
        return new Jdk(home.get());
    }

    private static boolean isVersion(Path home, int version) {
        Path release = home.resolve("release");
        try {
            return Files.exists(home.resolve("bin/javac"))
                    && Files.exists(release)
                    && Files.readString(release).contains("JAVA_VERSION=\"" + version);
        } catch (IOException e) {
            return false;
        }
    }

    /** Compiles all sources below {@code root} for this version. */
    void compile(Path root, Path classes, List<Path> classPath) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/javac").toString(), "-g", "-proc:none"));
        command.addAll(List.of("-d", classes.toString(), "-cp", path(classPath)));
        try (Stream<Path> files = Files.walk(root)) {
            files.map(Path::toString).filter(f -> f.endsWith(".java")).forEach(command::add);
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertWithMessage(output).that(process.waitFor()).isEqualTo(0);
    }

    static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
