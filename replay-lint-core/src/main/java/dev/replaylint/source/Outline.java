package dev.replaylint.source;

import java.util.LinkedHashSet;
import java.util.List;
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

    private static final List<String> DECLARATIONS = List.of("class", "interface", "enum", "record");

    static Outline of(String text) {
        return new Reader(UnicodeEscapes.in(text).translated()).read();
    }

    /** Walks over the tokens once. */
    private static final class Reader {
        private final Tokens tokens;
        private final Set<String> topLevel = new LinkedHashSet<>();
        private final Set<String> mentioned = new LinkedHashSet<>();
        private final BracketDepth depth = new BracketDepth();
        private String packageName = "";
        private String previous = "";
        private boolean inSupertypes;

        Reader(String text) {
            tokens = new Tokens(text);
        }

        Outline read() {
            for (String token = tokens.next(); !token.isEmpty(); token = tokens.next()) {
                if (Character.isJavaIdentifierStart(token.charAt(0))) {
                    word(token);
                } else {
                    depth.see(token);
                    depth.anonymous().ifPresent(mentioned::add);
                    inSupertypes &= !token.equals("{") && !token.equals(";") && !token.equals(")");
                }
                previous = token;
            }
            return new Outline(packageName, topLevel, mentioned, depth.deepest());
        }

        private void word(String word) {
            depth.see(word);
            if (previous.equals("enum")) {
                mentioned.add(word);
            }
            if (previous.equals("package") && topLevel.isEmpty()) {
                packageName = word + tokens.qualification();
            } else if (depth.isTopLevel() && DECLARATIONS.contains(previous)) {
                topLevel.add(word);
            } else if (inSupertypes) {
                mentioned.add(word);
            }
            inSupertypes |= word.equals("extends") || word.equals("implements");
        }
    }
}
