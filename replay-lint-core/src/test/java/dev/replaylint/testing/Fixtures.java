package dev.replaylint.testing;

import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The fixture handlers, as sources and as class files, and what both front ends find in them. */
public final class Fixtures {

    private static final Path MODULE = Path.of("..", "test-fixtures", "handlers");

    /** Analysed when it is first asked for. */
    private static final class FromSources {
        static final Report REPORT = new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Sources(List.of(sources()), List.of(), classPath(), StandardCharsets.UTF_8))
                .report();
    }

    /** Analysed when it is first asked for. */
    private static final class FromClasses {
        static final Report REPORT = new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Classes(List.of(classes()), classPath()))
                .report();
    }

    private Fixtures() {}

    public static Report fromSources() {
        return FromSources.REPORT;
    }

    public static Report fromClasses() {
        return FromClasses.REPORT;
    }

    /** Root of the fixtures' sources. */
    public static Path sources() {
        return MODULE.resolve("src/main/java");
    }

    /** The fixtures' class files, or the jar of them: where the test's own class path has them. */
    public static Path classes() {
        return classPathEntries()
                .filter(p -> p.toString().contains("handlers"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the fixtures are not on the test's class path"));
    }

    /** The directory of their class files. */
    public static Path classDirectory() {
        return MODULE.resolve("target").resolve("classes");
    }

    /** Everything else on the test's class path. */
    public static List<Path> classPath() {
        Path fixtures = classes();
        return classPathEntries().filter(p -> !p.equals(fixtures)).toList();
    }

    private static Stream<Path> classPathEntries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
    }

    /** The fixture files, by source-root-relative name, sorted. */
    public static List<String> files() {
        try (Stream<Path> files = Files.walk(sources())) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .map(f -> sources().relativize(f).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
