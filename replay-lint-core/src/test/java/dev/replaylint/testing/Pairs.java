package dev.replaylint.testing;

import dev.replaylint.Committed;
import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.ReplayLint.Analysis;
import dev.replaylint.ReplayLint.Classes;
import dev.replaylint.ReplayLint.Sources;
import dev.replaylint.manifest.Manifest;
import dev.replaylint.manifest.Recorded;
import dev.replaylint.rule.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What both front ends make of all pairs: the code before is recorded, the code after is compared with the record. */
public final class Pairs {

    /** All pairs. */
    public static final List<Pair> ALL = Pair.all();

    private static final Path DIRECTORY = directory();
    private static final Path BEFORE = write("before", Pair::before);
    private static final Path AFTER = write("after", Pair::after);

    private static final Seen SOURCES = seen(Pairs::sources, BEFORE, AFTER);

    private static final Seen CLASSES = seen(Pairs::classes, compiled(BEFORE), compiled(AFTER));

    private Pairs() {}

    /** What one front end makes of all pairs. */
    public record Seen(Manifest before, Manifest after, List<Finding> findings) {}

    public static Seen fromSources() {
        return SOURCES;
    }

    public static Seen fromClasses() {
        return CLASSES;
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "pairs")), "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(String name, Function<Pair, String> text) {
        Map<String, String> files = new LinkedHashMap<>(Map.of("shop/Base.java", Pair.COMMON));
        ALL.forEach(p -> files.put("shop/" + p.handler() + ".java", text.apply(p)));
        return Programs.write(DIRECTORY.resolve(name), files);
    }

    private static Path compiled(Path sources) {
        Path classes = sources.resolveSibling(sources.getFileName() + "-classes");
        return Programs.compile(sources, classes, Fixtures.classPath());
    }

    private static Seen seen(BiFunction<Path, Recorded, Analysis> analyze, Path before, Path after) {
        Manifest recorded = declared(analyze.apply(before, Recorded.nothing("m")));
        Analysis analysis = analyze.apply(after, new Recorded(recorded, "m", Map.of()));
        return new Seen(recorded, declared(analysis), analysis.report().findings());
    }

    private static Manifest declared(Analysis analysis) {
        return analysis.comparison().orElseThrow().declared();
    }

    private static Analysis sources(Path root, Recorded recorded) {
        Sources sources = new Sources(List.of(root), List.of(), Fixtures.classPath(), StandardCharsets.UTF_8);
        return new ReplayLint(Configuration.defaults()).analyze(sources, Committed.manifest(recorded));
    }

    private static Analysis classes(Path root, Recorded recorded) {
        Classes classes = new Classes(List.of(root), Fixtures.classPath());
        return new ReplayLint(Configuration.defaults()).analyze(classes, Committed.manifest(recorded));
    }
}
