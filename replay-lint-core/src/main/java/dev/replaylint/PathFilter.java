package dev.replaylint;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/** Globs on source-root-relative paths, such as {@code shop/legacy/**}. */
final class PathFilter {

    private final List<PathMatcher> includes;
    private final List<PathMatcher> excludes;

    PathFilter(List<String> includes, List<String> excludes) {
        this.includes = matchers(includes);
        this.excludes = matchers(excludes);
    }

    private static List<PathMatcher> matchers(List<String> globs) {
        return globs.stream()
                .map(g -> FileSystems.getDefault().getPathMatcher("glob:" + g))
                .toList();
    }

    boolean accepts(String name) {
        try {
            Path path = Path.of(name);
            boolean included = includes.isEmpty() || includes.stream().anyMatch(m -> m.matches(path));
            return included && excludes.stream().noneMatch(m -> m.matches(path));
        } catch (InvalidPathException e) {
            // Names of classes come from committed files, too, where they can be anything.
            return includes.isEmpty();
        }
    }
}
