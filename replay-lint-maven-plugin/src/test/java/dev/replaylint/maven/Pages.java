package dev.replaylint.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages for users, and what is shown in them. */
final class Pages {

    static final Path DOCS = Path.of("..", "docs");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```(\\w*)\n(.*?)^ *```$");

    private Pages() {}

    /** A block that is shown. */
    record Snippet(Path page, String language, String text) {

        @Override
        public String toString() {
            return page + ": " + text.lines().findFirst().orElse("");
        }
    }

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            List<Path> pages = new ArrayList<>(
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList());
            pages.add(Path.of("..", "README.md"));
            return pages;
        }
    }

    static List<Snippet> snippets() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (Path page : all()) {
            Matcher block = BLOCK.matcher(Files.readString(page));
            while (block.find()) {
                snippets.add(new Snippet(page, block.group(2), block.group(3)));
            }
        }
        return snippets;
    }

    static List<Snippet> snippets(String language) throws IOException {
        return snippets().stream().filter(s -> s.language().equals(language)).toList();
    }

    /** What the pattern's group finds. */
    static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
