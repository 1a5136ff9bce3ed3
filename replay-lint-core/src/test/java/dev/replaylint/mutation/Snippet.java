package dev.replaylint.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Statements that are put into replayed code. In their text {@code $C} is the context, and a mark ends each line on which a finding is
 * expected.
 *
 * @param kind what it is
 * @param text the statements
 * @param members what the enclosing type needs
 */
record Snippet(Mutant.Kind kind, String text, String members) {

    private static final Path FILE = Path.of("src/test/mutation/snippets.txt");

    /** All snippets, in the order of the file. */
    static List<Snippet> all() {
        List<Snippet> snippets = new ArrayList<>();
        try {
            for (String part : Files.readString(FILE).split("(?m)^#### ")) {
                if (!part.isBlank() && !part.startsWith("//")) {
                    snippets.add(parse(part));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return snippets;
    }

    /** {@code operator / placement: grade rule, rule (allowed, allowed)} on the first line, then the statements. */
    private static Snippet parse(String part) {
        String[] lines = part.split("\n", 2);
        String[] head = lines[0].split(": ", 2);
        String[] names = head[0].split(" / ");
        String[] judged = head[1].split(" ", 2);
        String[] rules = judged.length > 1 ? judged[1].split(" \\(") : new String[] {""};
        Set<String> allowed = rules.length > 1 ? names(rules[1].replace(")", "")) : Set.of();
        Mutant.Grade grade = Mutant.Grade.valueOf(judged[0].toUpperCase(Locale.ROOT));
        String[] code = lines[1].split("(?m)^---- members\n");
        return new Snippet(
                new Mutant.Kind(names[0], names.length > 1 ? names[1] : "inline", names(rules[0]), allowed, grade),
                code[0],
                code.length > 1 ? code[1] : "");
    }

    private static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : text.split(", ")) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }
}
