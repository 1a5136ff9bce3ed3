package dev.replaylint.mutation;

import dev.replaylint.testing.Fixtures;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Mutants, compiled together; what does not compile is left out.
 *
 * @param compiled what compiles
 * @param failed what does not
 */
record Compilation(List<Written> compiled, List<Written> failed) {

    /** Compiles the libraries into {@code library-classes} and the changed units into {@code after-classes}. */
    static Compilation of(Path directory, List<Written> batch) {
        Path library = directory.resolve("library-classes");
        Path classes = directory.resolve("after-classes");
        List<Written> compiled = new ArrayList<>(batch);
        List<Written> failed = new ArrayList<>();
        Set<String> wrong = new HashSet<>();
        do {
            wrong.clear();
            Map<String, String> libraries = merged(compiled, true);
            if (!libraries.isEmpty()) {
                wrong.addAll(errors(libraries, library, List.of()));
            }
            wrong.addAll(errors(merged(compiled, false), classes, List.of(library)));
            compiled.stream().filter(w -> isIn(w, wrong)).forEach(failed::add);
            compiled.removeIf(w -> isIn(w, wrong));
        } while (!wrong.isEmpty() && !compiled.isEmpty());
        return new Compilation(compiled, failed);
    }

    private static boolean isIn(Written written, Set<String> prefixes) {
        return prefixes.contains(written.prefix()) || prefixes.contains(written.prefix() + Mutant.LIBRARY);
    }

    private static Map<String, String> merged(List<Written> batch, boolean libraries) {
        Map<String, String> files = new java.util.TreeMap<>();
        batch.forEach(w -> files.putAll(libraries ? w.library() : w.after()));
        return files;
    }

    /** Outermost packages of the files with errors. */
    private static Set<String> errors(Map<String, String> files, Path classes, List<Path> more) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<Path> path = new ArrayList<>(Fixtures.classPath());
        path.addAll(more);
        String joined = path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "--release",
                "17",
                "-proc:none",
                "-g",
                "-Xmaxerrs",
                "10000",
                "-classpath",
                joined);
        List<JavaFileObject> units = new ArrayList<>();
        files.forEach((name, text) -> units.add(new Text(name, text)));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, null, null)) {
            Files.createDirectories(classes);
            compiler.getTask(null, manager, diagnostics, options, null, units).call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagnostics.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(d -> first(d))
                .collect(Collectors.toSet());
    }

    private static String first(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getSource() == null) {
            throw new IllegalStateException(diagnostic.toString());
        }
        if (System.getProperty("mutation.errors") != null) {
            System.err.println(diagnostic);
        }
        return diagnostic.getSource().getName().replaceAll("^/|/.*", "").replaceAll("/.*", "");
    }

    /** A source that is not on disk. */
    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String name, String text) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
