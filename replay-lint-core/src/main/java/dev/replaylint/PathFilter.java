package dev.replaylint;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

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

    /** What is wrong with the first of a parameter's globs that is none; empty if all can be used. */
    static Optional<String> mistake(String parameter, List<String> globs) {
        for (String glob : globs) {
            try {
                matchers(List.of(glob));
            } catch (PatternSyntaxException e) {
                return Optional.of(parameter + " has the glob `" + glob + "`, which is none: "
                        + e.getDescription().toLowerCase(Locale.ROOT)
                        + "; write `*` for a part of a name and `**` for any, as in `shop/legacy/**`");
            }
        }
        return Optional.empty();
    }

    boolean accepts(String name) {
        if (includes.isEmpty() && excludes.isEmpty()) {
            return true;
        }
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
