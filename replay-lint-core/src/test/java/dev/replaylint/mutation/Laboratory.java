package dev.replaylint.mutation;

import dev.replaylint.Committed;
import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.ReplayLint.Analysis;
import dev.replaylint.ReplayLint.Classes;
import dev.replaylint.ReplayLint.Sources;
import dev.replaylint.manifest.Manifest;
import dev.replaylint.manifest.Recorded;
import dev.replaylint.rule.Finding;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Compiles mutants, many at once, and asks both front ends about them. */
final class Laboratory {

    private final Path directory;
    private final Configuration configuration;
    private final List<Written> uncompilable = new ArrayList<>();
    private int batches;

    Laboratory(Path directory, Configuration configuration) {
        this.directory = directory;
        this.configuration = configuration;
    }

    /** What did not compile, and was left out. */
    List<Written> uncompilable() {
        return uncompilable;
    }

    /** Two outcomes for each mutant that compiles. */
    List<Outcome> examine(List<Mutant> mutants, int batchSize) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int from = 0; from < mutants.size(); from += batchSize) {
            List<Written> batch = new ArrayList<>();
            for (Mutant mutant : mutants.subList(from, Math.min(mutants.size(), from + batchSize))) {
                batch.add(Written.of(mutant, batch.size()));
            }
            outcomes.addAll(examine(batch));
        }
        return outcomes;
    }

    private List<Outcome> examine(List<Written> batch) {
        Path here = directory.resolve("batch" + batches++);
        Compilation compilation = Compilation.of(here, batch);
        uncompilable.addAll(compilation.failed());
        List<Written> good = compilation.compiled();
        Path library = here.resolve("library-classes");
        Path sources = Programs.write(here.resolve("after"), files(good, Written::after));
        Optional<Path> before = recorded(here, good);
        CompletableFuture<List<Outcome>> fromSources = CompletableFuture.supplyAsync(() -> outcomes(
                good,
                true,
                before.map(b -> declared(fromSources(b, library, Optional.empty()))),
                r -> fromSources(sources, library, r)));
        List<Outcome> outcomes = new ArrayList<>(outcomes(
                good,
                false,
                before.map(b -> declared(fromClasses(here.resolve("before-classes"), library, Optional.empty()))),
                r -> fromClasses(here.resolve("after-classes"), library, r)));
        outcomes.addAll(fromSources.join());
        return outcomes;
    }

    /** The code before the changes, if a change is judged by it. */
    private static Optional<Path> recorded(Path here, List<Written> batch) {
        List<Written> judged = batch.stream().filter(Laboratory::isRecorded).toList();
        if (judged.isEmpty()) {
            return Optional.empty();
        }
        Path before = Programs.write(here.resolve("before"), files(judged, Written::before));
        List<Path> classPath = new ArrayList<>(Fixtures.classPath());
        classPath.add(here.resolve("library-classes"));
        Programs.compile(before, here.resolve("before-classes"), classPath);
        return Optional.of(before);
    }

    private static boolean isRecorded(Written written) {
        Mutant.Grade grade = written.mutant().kind().grade();
        return grade == Mutant.Grade.DRIFT || grade == Mutant.Grade.NEUTRAL;
    }

    private static Map<String, String> files(List<Written> batch, Function<Written, Map<String, String>> texts) {
        Map<String, String> files = new TreeMap<>();
        batch.forEach(w -> files.putAll(texts.apply(w)));
        return files;
    }

    private List<Outcome> outcomes(
            List<Written> batch,
            boolean fromSources,
            Optional<Manifest> before,
            Function<Optional<Manifest>, Analysis> analyze) {
        Analysis analysis = analyze.apply(before);
        Map<String, List<Finding>> findings = new HashMap<>();
        analysis.report()
                .findings()
                .forEach(
                        f -> findings.computeIfAbsent(f.location().file().replaceAll("/.*", ""), k -> new ArrayList<>())
                                .add(f));
        Manifest after = before.isPresent() ? declared(analysis) : Manifest.EMPTY;
        List<Outcome> outcomes = new ArrayList<>();
        for (Written written : batch) {
            boolean same = !isRecorded(written)
                    || handlers(before.orElseThrow(), written).equals(handlers(after, written));
            List<Finding> own = findings.getOrDefault(written.prefix(), List.of()).stream()
                    .filter(f -> isRecorded(written) || !Outcome.isOfManifest(f))
                    .toList();
            outcomes.add(new Outcome(written, fromSources, own, same));
        }
        return outcomes;
    }

    private static Map<String, Object> handlers(Manifest manifest, Written written) {
        Map<String, Object> handlers = new TreeMap<>();
        manifest.handlers().forEach((name, operations) -> {
            if (name.startsWith(written.prefix() + ".")) {
                handlers.put(name, operations);
            }
        });
        return handlers;
    }

    private static Manifest declared(Analysis analysis) {
        return analysis.comparison()
                .orElseThrow(() ->
                        new IllegalStateException(analysis.report().problems().toString()))
                .declared();
    }

    private Analysis fromSources(Path root, Path library, Optional<Manifest> recorded) {
        return new ReplayLint(configuration)
                .analyze(
                        new Sources(List.of(root), List.of(), classPath(library), StandardCharsets.UTF_8),
                        Committed.manifest(recorded(recorded)));
    }

    private Analysis fromClasses(Path root, Path library, Optional<Manifest> recorded) {
        return new ReplayLint(configuration)
                .analyze(new Classes(List.of(root), classPath(library)), Committed.manifest(recorded(recorded)));
    }

    private static Recorded recorded(Optional<Manifest> manifest) {
        return new Recorded(manifest.orElse(Manifest.EMPTY), "m", Map.of());
    }

    private static List<Path> classPath(Path library) {
        List<Path> path = new ArrayList<>(Fixtures.classPath());
        path.add(library);
        return path;
    }
}
