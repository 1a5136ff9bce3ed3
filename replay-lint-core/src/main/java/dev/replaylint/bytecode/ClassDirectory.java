package dev.replaylint.bytecode;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The class files below a directory. Links are not followed, and what is unreadable costs no more than itself. */
final class ClassDirectory extends SimpleFileVisitor<Path> {

    private final Path directory;
    private final Path root;
    private final BiConsumer<Path, IOException> problems;
    private final Map<String, Path> files = new TreeMap<>();

    private ClassDirectory(Path directory, BiConsumer<Path, IOException> problems) throws IOException {
        this.directory = directory;
        this.root = directory.toRealPath();
        this.problems = problems;
    }

    /**
     * Class files by their path below the directory, {@code /} between names; the directory itself may be a link.
     *
     * @param problems told what is unreadable
     */
    static Map<String, Path> files(Path directory, BiConsumer<Path, IOException> problems) throws IOException {
        ClassDirectory found = new ClassDirectory(directory, problems);
        Files.walkFileTree(found.root, found);
        return found.files;
    }

    /** Only regular files: opening a pipe would wait for ever. */
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && file.toString().endsWith(ClassPath.SUFFIX)) {
            files.put(root.relativize(file).toString().replace('\\', '/'), asGiven(file));
        }
        return FileVisitResult.CONTINUE;
    }

    /** The file by the path that users know. */
    private Path asGiven(Path file) {
        return directory.resolve(root.relativize(file));
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        problems.accept(asGiven(file), e);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
        return e == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, e);
    }
}
