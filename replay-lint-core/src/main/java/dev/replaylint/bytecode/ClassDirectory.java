package dev.replaylint.bytecode;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The class files below a directory. Links are not followed, and what is unreadable costs no more than itself. */
final class ClassDirectory extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Consumer<String> problems;
    private final Map<String, Path> files = new TreeMap<>();

    private ClassDirectory(Path root, Consumer<String> problems) {
        this.root = root;
        this.problems = problems;
    }

    /** Class files by their path below the directory, {@code /} between names; the directory itself may be a link. */
    static Map<String, Path> files(Path directory, Consumer<String> problems) throws IOException {
        Path root = directory.toRealPath();
        ClassDirectory found = new ClassDirectory(root, problems);
        Files.walkFileTree(root, found);
        return found.files;
    }

    /** Only regular files: opening a pipe would wait for ever. */
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && file.toString().endsWith(ClassPath.SUFFIX)) {
            files.put(root.relativize(file).toString().replace('\\', '/'), file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        problems.accept(file + " cannot be read: " + ClassPath.reason(e));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
        return e == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, e);
    }
}
