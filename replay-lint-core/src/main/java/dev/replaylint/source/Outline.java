package dev.replaylint.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
        private final Creations creations = new Creations();
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
                    creations.punctuation(token, previous).ifPresent(mentioned::add);
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
            creations.word(word, previous);
            inSupertypes |= word.equals("extends") || word.equals("implements");
        }
    }

    /**
     * Tells of anonymous classes, a block after the arguments of {@code new a.B<C>(d)}. Other new objects have no subclass, and there are
     * many of them.
     */
    private static final class Creations {
        private final Deque<String> open = new ArrayDeque<>();
        private String created = "";
        private String closed = "";
        private int typeArguments;

        void word(String word, String previous) {
            closed = "";
            if (previous.equals("new")) {
                created = word;
                typeArguments = 0;
            } else if (!created.isEmpty() && typeArguments == 0 && previous.equals(".")) {
                created = word;
            }
        }

        /** The name of the class that an anonymous class extends which begins here. */
        Optional<String> punctuation(String token, String previous) {
            Optional<String> extended = token.equals("{") && previous.equals(")") && !closed.isEmpty()
                    ? Optional.of(closed)
                    : Optional.empty();
            closed = "";
            switch (token) {
                case "<" -> typeArguments++;
                case ">" -> typeArguments--;
                case "(" -> {
                    open.push(typeArguments == 0 ? created : "");
                    created = "";
                }
                case ")" -> closed = open.isEmpty() ? "" : open.pop();
                case ".", ",", "?", "@", "&" -> {
                    // Part of the type's name or of its arguments.
                }
                default -> created = "";
            }
            return extended;
        }
    }
}
