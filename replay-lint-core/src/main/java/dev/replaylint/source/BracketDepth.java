package dev.replaylint.source;

import dev.replaylint.source.Outline.Nesting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Follows the brackets of a file, with the arrows and the creations of objects before them. */
final class BracketDepth {

    /** What a bracket encloses. */
    private enum Kind {
        ANYTHING,
        ARGUMENTS_OF_CREATION,
        ANONYMOUS_CLASS,
        BLOCK_LAMBDA
    }

    private record Bracket(Kind kind, String created) {}

    private final Deque<Bracket> open = new ArrayDeque<>();
    private String previous = "";
    private boolean creating;
    private int typeArguments;

    /** Simple name of the type of the object that is being created. */
    private String type = "";

    /** Simple name of the type whose creation's arguments have just ended; else empty. */
    private String created = "";

    private int blockLambdas;
    private int bodies;
    private int deepestBrackets;
    private int deepestLambdas;
    private int deepestBodies;

    /** The next token of the file. */
    void see(String token) {
        char first = token.charAt(0);
        switch (first) {
            case '{', '(', '[' -> open(kind(token));
            case '}', ')', ']' -> close();
            default -> created = "";
        }
        name(token);
        creating = token.equals("new")
                || creating && (Character.isJavaIdentifierPart(first) || ".<>,?@&".indexOf(first) >= 0);
        previous = token;
    }

    /** The name of a type is the last one before its arguments: {@code B} of {@code new a.B<C>(d)}. */
    private void name(String token) {
        if (previous.equals("new")) {
            type = token;
            typeArguments = 0;
        } else if (creating && typeArguments == 0 && previous.equals(".")) {
            type = token;
        }
        typeArguments += token.equals("<") ? 1 : token.equals(">") ? -1 : 0;
    }

    /** Simple name of what the class extends that the last token has opened, if that is an anonymous class. */
    Optional<String> anonymous() {
        boolean begins = previous.equals("{") && !open.isEmpty() && open.peek().kind() == Kind.ANONYMOUS_CLASS;
        return begins ? Optional.of(open.peek().created()) : Optional.empty();
    }

    private Kind kind(String token) {
        if (token.equals("(")) {
            return creating ? Kind.ARGUMENTS_OF_CREATION : Kind.ANYTHING;
        }
        if (token.equals("{") && previous.equals("->")) {
            return Kind.BLOCK_LAMBDA;
        }
        return token.equals("{") && !created.isEmpty() ? Kind.ANONYMOUS_CLASS : Kind.ANYTHING;
    }

    private void open(Kind kind) {
        open.push(new Bracket(kind, kind == Kind.ARGUMENTS_OF_CREATION ? type : created));
        created = "";
        deepestBrackets = Math.max(deepestBrackets, open.size());
        blockLambdas += kind == Kind.BLOCK_LAMBDA ? 1 : 0;
        bodies += isBody(kind) ? 1 : 0;
        deepestLambdas = Math.max(deepestLambdas, blockLambdas);
        deepestBodies = Math.max(deepestBodies, bodies);
    }

    private void close() {
        created = "";
        if (open.isEmpty()) {
            return;
        }
        Bracket closed = open.pop();
        Kind kind = closed.kind();
        created = kind == Kind.ARGUMENTS_OF_CREATION ? closed.created() : "";
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
