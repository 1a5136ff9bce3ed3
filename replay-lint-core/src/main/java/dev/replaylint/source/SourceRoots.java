package dev.replaylint.source;

import dev.replaylint.program.Problem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the source files below directories, without following links out of them. */
final class SourceRoots {

    private final List<SourceFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Path> roots = new HashSet<>();

    /** Those of the first root first; below a root sorted by name, so that nothing depends on the file system's order. */
    List<SourceFile> files() {
        return files;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Adds the files of a root that the filter, asked for the root-relative name, lets pass. A missing root has no files. */
    void add(Path root, boolean judged, Predicate<String> filter) {
        if (!Files.isDirectory(root) || !roots.add(root.toAbsolutePath().normalize())) {
            return;
        }
        List<SourceFile> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    visit(root, file, attributes, judged, filter, found);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    problems.add(new Problem(
                            file.toString(),
                            0,
                            "cannot be read: " + e.getClass().getSimpleName(),
                            judged));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            problems.add(new Problem(
                    root.toString(), 0, "cannot be walked: " + e.getClass().getSimpleName(), judged));
        }
        files.addAll(found.stream().sorted().toList());
    }

    private void visit(
            Path root,
            Path file,
            BasicFileAttributes attributes,
            boolean judged,
            Predicate<String> filter,
            List<SourceFile> found) {
        String name = below(root, file).toString().replace('\\', '/');
        if (!name.endsWith(".java") || !filter.test(name)) {
            return;
        }
        boolean regular = attributes.isRegularFile() || attributes.isSymbolicLink() && staysInside(root, file);
        if (!regular) {
            problems.add(new Problem(file.toString(), 0, "is not a regular file inside its source root", judged));
        } else {
            found.add(new SourceFile(file, name, judged));
        }
    }

    /** The walk names files by their root, so that nothing has to be compared to tell them from it. */
    private static Path below(Path root, Path file) {
        return root.toString().isEmpty() ? file : file.subpath(root.getNameCount(), file.getNameCount());
    }

    private static boolean staysInside(Path root, Path link) {
        try {
            Path target = link.toRealPath();
            return Files.isRegularFile(target) && target.startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
