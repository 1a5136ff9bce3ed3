package dev.replaylint.testing;

import dev.replaylint.bytecode.ClassFileCode;
import dev.replaylint.bytecode.ClassFileIndex;
import dev.replaylint.bytecode.ClassPath;
import dev.replaylint.catalog.Catalog;
import dev.replaylint.durable.ReplayModel;
import dev.replaylint.program.Program;
import dev.replaylint.source.SourceCode;
import dev.replaylint.source.SourceLibrary;
import dev.replaylint.source.SymbolSolver;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Models of code given as text or on disk, through either front end. */
public final class Programs {

    private Programs() {}

    /** What the model of these sources says. */
    public static <T> T fromSources(Path root, List<Path> classPath, Function<ReplayModel, T> ask) {
        try (ClassPath path = ClassPath.open(classPath);
                SymbolSolver solver = new SymbolSolver(List.of(root), classPath)) {
            SourceLibrary library =
                    SourceLibrary.open(List.of(root), List.of(), file -> true, StandardCharsets.UTF_8, Set.of());
            ClassFileIndex index = ClassFileIndex.of(path, n -> java.util.Optional.empty(), java.util.Set.of());
            SourceCode code = SourceCode.of(library, index, solver);
            Program program = new Program(code, ClassFileCode.libraries(index), code.headers());
            return ask.apply(ReplayModel.of(program, Catalog.bundled()));
        }
    }

    /** What the model of these class files says. */
    public static <T> T fromClasses(Path classes, List<Path> classPath, Function<ReplayModel, T> ask) {
        List<Path> all = new ArrayList<>(List.of(classes));
        all.addAll(classPath);
        try (ClassPath path = ClassPath.open(all)) {
            ClassFileIndex index = ClassFileIndex.of(path, n -> java.util.Optional.empty(), java.util.Set.of());
            Program program = new Program(
                    ClassFileCode.project(path.classNames(classes), index), ClassFileCode.libraries(index), index);
            return ask.apply(ReplayModel.of(program, Catalog.bundled()));
        }
    }

    /** Writes files by their name below {@code directory}. */
    public static Path write(Path directory, Map<String, String> files) {
        files.forEach((name, text) -> {
            try {
                Path file = directory.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return directory;
    }

    /** Compiles all sources below {@code root} into {@code classes}, which is made. */
    public static Path compile(Path root, Path classes, List<Path> classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
        List<String> options =
                List.of("-d", classes.toString(), "--release", "17", "-proc:none", "-g", "-classpath", path);
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            Files.createDirectories(classes);
            List<Path> sources;
            try (var files = Files.walk(root)) {
                sources = files.filter(f -> f.toString().endsWith(".java")).toList();
            }
            boolean ok = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!ok) {
                throw new IllegalArgumentException(messages.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }
}
