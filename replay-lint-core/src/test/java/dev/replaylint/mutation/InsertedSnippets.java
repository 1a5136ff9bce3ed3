package dev.replaylint.mutation;

import java.util.List;

/** Snippets, put where they fit. */
final class InsertedSnippets {

    private static final List<Snippet> SNIPPETS = Snippet.all();

    private InsertedSnippets() {}

    static List<Candidate> at(CleanUnit unit, Site site) {
        return SNIPPETS.stream()
                .map(s -> new Candidate(
                        s.kind(),
                        unit,
                        site.toString(),
                        () -> new Edits()
                                .insert(
                                        site.file(),
                                        site.offset(),
                                        "\n" + s.text().replace(Defect.CONTEXT, site.context()))
                                .insert(site.file(), site.members(), "\n" + s.members())
                                .on(unit)))
                .toList();
    }
}
