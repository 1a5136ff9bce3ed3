package dev.replaylint.catalog;

import dev.replaylint.catalog.CatalogEntry.Qualifiers;
import dev.replaylint.catalog.CatalogEntry.Source;
import dev.replaylint.program.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;

/** Reads catalogue lines: the bundled files and the user's own go through here alike. */
final class EntryParser {

    private static final Map<String, Fact> FACTS = facts();

    private final List<CatalogEntry<?>> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Source> seen = new HashMap<>();
    private final int layer;

    /** A parser for one layer: within it, saying two things of one pattern is an error. */
    EntryParser(int layer) {
        this.layer = layer;
    }

    /** Reads lines; blank ones and those that start with {@code #} are skipped. */
    void read(List<String> lines, String origin) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Source source = new Source(origin, i + 1, layer);
            try {
                add(parse(line, source));
            } catch (IllegalArgumentException wrong) {
                problems.add(new Problem(origin, i + 1, String.valueOf(wrong.getMessage()), false));
            }
        }
    }

    /**
     * All entries read.
     *
     * @throws CatalogException if a line was wrong
     */
    List<CatalogEntry<?>> entries() {
        if (!problems.isEmpty()) {
            throw new CatalogException(problems);
        }
        return List.copyOf(entries);
    }

    private void add(CatalogEntry<?> entry) {
        String facet = entry.fact().getClass().getSimpleName();
        Source earlier = seen.putIfAbsent(facet + " " + entry.pattern(), entry.source());
        if (earlier != null) {
            throw new IllegalArgumentException("`" + entry.pattern() + "` already has an entry of this facet at "
                    + earlier + "; keep one of them");
        }
        entries.add(entry);
    }

    private static CatalogEntry<?> parse(String line, Source source) {
        List<String> words = words(line);
        Fact fact = FACTS.get(words.get(0));
        if (fact == null) {
            throw new IllegalArgumentException("unknown fact `" + words.get(0) + "`; write one of " + known());
        }
        if (words.size() < 2) {
            throw new IllegalArgumentException("`" + line + "` names no call; write a pattern such as `a.b.C#name`");
        }
        Pattern pattern = fact == Delivery.TAKES_KEY
                ? PatternParser.parseAnywhere(words.get(1))
                : PatternParser.parse(words.get(1));
        if ((fact instanceof TypeFact || fact instanceof Payload)
                && pattern.member().isPresent()) {
            throw new IllegalArgumentException("`" + fact.keyword() + "` speaks of types; leave out `#"
                    + pattern.member().get() + "`");
        }
        Qualifiers qualifiers = QualifierParser.parse(fact, words.subList(2, words.size()));
        return entry(fact, pattern, qualifiers, source);
    }

    /** The tokenizer and not a regular expression: thousands of lines are read at each start. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (StringTokenizer rest = new StringTokenizer(line); rest.hasMoreTokens(); ) {
            words.add(rest.nextToken());
        }
        return words;
    }

    private static CatalogEntry<?> entry(Fact fact, Pattern pattern, Qualifiers qualifiers, Source source) {
        return new CatalogEntry<>(fact, pattern, qualifiers, source);
    }

    private static String known() {
        return String.join(", ", FACTS.keySet().stream().map(k -> "`" + k + "`").toList());
    }

    private static Map<String, Fact> facts() {
        Map<String, Fact> facts = new TreeMap<>();
        for (Class<?> facet : Fact.class.getPermittedSubclasses()) {
            for (Object fact : facet.getEnumConstants()) {
                facts.put(((Fact) fact).keyword(), (Fact) fact);
            }
        }
        return facts;
    }
}
