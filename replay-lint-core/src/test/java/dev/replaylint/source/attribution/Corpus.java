package dev.replaylint.source.attribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Java files on which attribution is compared with javac. */
final class Corpus {

    private static final List<Path> ROOTS = List.of(
            Path.of("src", "test", "resources", "attribution", "corpus"),
            Path.of("src", "main", "java"),
            Path.of("..", "test-fixtures", "durable-sdk-api", "src", "main", "java"),
            Path.of("..", "test-fixtures", "handlers", "src", "main", "java"));

    private Corpus() {}

    /** Absolute paths in a fixed order; descriptors of packages and modules left out. */
    static List<Path> files() {
        List<Path> files = new ArrayList<>();
        ROOTS.forEach(r -> files.addAll(under(r)));
        return files;
    }

    private static List<Path> under(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(p -> p.toString().endsWith(".java"))
                    .filter(p -> !p.endsWith("module-info.java") && !p.endsWith("package-info.java"))
                    .map(p -> p.toAbsolutePath().normalize())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path that the tests run with; Surefire hides it behind one jar. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
