package dev.replaylint.source;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a quick look at the text of a file tells: enough to know which files to parse for a class, and for what may extend it.
 *
 * @param packageName empty for the unnamed package
 * @param topLevel simple names of the top-level classes
 * @param mentioned simple names of what classes may extend here: after {@code extends} and {@code implements}, of anonymous classes, and
 *     of enums, whose constants may have classes
 * @param nesting how deep block lambdas and brackets are nested, so that no parser is asked to do the impossible
 */
record Outline(String packageName, Set<String> topLevel, Set<String> mentioned, Nesting nesting) {

    /**
     * Depth of nesting.
     *
     * @param blockLambdas lambdas with a block as body, one in another
     * @param bodies these and anonymous classes
     * @param brackets round, square and curly brackets
     */
    record Nesting(int blockLambdas, int bodies, int brackets) {}

    /** Of a text without unicode escapes. */
    static Outline of(String text) {
        return new Reader(text).read();
    }

    /** The words by which a file tells its classes. */
    enum Keyword {
        NEW,
        ENUM,
        CLASS,
        RECORD,
        PACKAGE,
        EXTENDS,
        INTERFACE,
        IMPLEMENTS,
        NONE;

        /** What a word is. */
        static Keyword of(Tokens word) {
            return switch (word.first()) {
                case 'n' -> word.is("new") ? NEW : NONE;
                case 'c' -> word.is("class") ? CLASS : NONE;
                case 'r' -> word.is("record") ? RECORD : NONE;
                case 'p' -> word.is("package") ? PACKAGE : NONE;
                case 'e' -> word.is("enum") ? ENUM : word.is("extends") ? EXTENDS : NONE;
                case 'i' -> word.is("interface") ? INTERFACE : word.is("implements") ? IMPLEMENTS : NONE;
                default -> NONE;
            };
        }

        private boolean declares() {
            return this == CLASS || this == INTERFACE || this == ENUM || this == RECORD;
        }
    }

    /** Walks over the tokens once. */
    private static final class Reader {
        private final Tokens tokens;
        private final Set<String> topLevel = new LinkedHashSet<>();
        private final Set<String> mentioned = new LinkedHashSet<>();
        private final BracketDepth depth = new BracketDepth();
        private String packageName = "";
        private Keyword previous = Keyword.NONE;
        private boolean inSupertypes;

        Reader(String text) {
            tokens = new Tokens(text);
        }

        Outline read() {
            for (int token = tokens.next(); token != Tokens.END; token = tokens.next()) {
                Keyword keyword = token == Tokens.WORD ? Keyword.of(tokens) : Keyword.NONE;
                depth.see(token, keyword, tokens);
                if (token == Tokens.WORD) {
                    word(keyword);
                } else if (token == '{' || token == ';' || token == ')') {
                    inSupertypes = false;
                    depth.anonymous().ifPresent(mentioned::add);
                }
                previous = keyword;
            }
            return new Outline(packageName, topLevel, mentioned, depth.deepest());
        }

        private void word(Keyword keyword) {
            if (previous == Keyword.ENUM) {
                mentioned.add(tokens.text());
            }
            if (previous == Keyword.PACKAGE && topLevel.isEmpty()) {
                packageName = tokens.text() + tokens.qualification();
            } else if (previous.declares() && depth.isTopLevel()) {
                topLevel.add(tokens.text());
            } else if (inSupertypes) {
                mentioned.add(tokens.text());
            }
            inSupertypes |= keyword == Keyword.EXTENDS || keyword == Keyword.IMPLEMENTS;
        }
    }
}
