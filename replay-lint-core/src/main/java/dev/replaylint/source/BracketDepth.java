package dev.replaylint.source;

import dev.replaylint.source.Outline.Nesting;
import java.util.ArrayDeque;
import java.util.Deque;

/** Follows the brackets of a file, with the arrows and the creations of objects before them. */
final class BracketDepth {

    /** What a bracket encloses. */
    private enum Kind {
        ANYTHING,
        ARGUMENTS_OF_CREATION,
        ANONYMOUS_CLASS,
        BLOCK_LAMBDA
    }

    private final Deque<Kind> open = new ArrayDeque<>();
    private String previous = "";
    private boolean creating;
    private boolean created;
    private int blockLambdas;
    private int bodies;
    private int deepestBrackets;
    private int deepestLambdas;
    private int deepestBodies;

    /** The next token of the file. */
    void see(String token) {
        switch (token.charAt(0)) {
            case '{', '(', '[' -> open(kind(token));
            case '}', ')', ']' -> close();
            default -> created = false;
        }
        boolean named = Character.isJavaIdentifierPart(token.charAt(0)) || ".<>,?@&".contains(token);
        creating = token.equals("new") || creating && named;
        previous = token;
    }

    private Kind kind(String token) {
        if (token.equals("(")) {
            return creating ? Kind.ARGUMENTS_OF_CREATION : Kind.ANYTHING;
        }
        if (token.equals("{") && previous.equals("->")) {
            return Kind.BLOCK_LAMBDA;
        }
        return token.equals("{") && created ? Kind.ANONYMOUS_CLASS : Kind.ANYTHING;
    }

    private void open(Kind kind) {
        created = false;
        open.push(kind);
        deepestBrackets = Math.max(deepestBrackets, open.size());
        blockLambdas += kind == Kind.BLOCK_LAMBDA ? 1 : 0;
        bodies += isBody(kind) ? 1 : 0;
        deepestLambdas = Math.max(deepestLambdas, blockLambdas);
        deepestBodies = Math.max(deepestBodies, bodies);
    }

    private void close() {
        created = false;
        if (open.isEmpty()) {
            return;
        }
        Kind kind = open.pop();
        created = kind == Kind.ARGUMENTS_OF_CREATION;
        blockLambdas -= kind == Kind.BLOCK_LAMBDA ? 1 : 0;
        bodies -= isBody(kind) ? 1 : 0;
    }

    private static boolean isBody(Kind kind) {
        return kind == Kind.BLOCK_LAMBDA || kind == Kind.ANONYMOUS_CLASS;
    }

    boolean isTopLevel() {
        return open.isEmpty();
    }

    Nesting deepest() {
        return new Nesting(deepestLambdas, deepestBodies, deepestBrackets);
    }
}
