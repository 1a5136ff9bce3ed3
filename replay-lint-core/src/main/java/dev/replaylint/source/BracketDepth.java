package dev.replaylint.source;

import dev.replaylint.source.Outline.Keyword;
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
    private int previous = Tokens.END;
    private boolean afterNew;
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

    /** The next token of the file, at which the tokens are. */
    void see(int token, Keyword keyword, Tokens tokens) {
        switch (token) {
            case '{', '(', '[' -> open(kind(token));
            case '}', ')', ']' -> close();
            default -> created = "";
        }
        if (creating) {
            name(token, tokens);
            creating = token == Tokens.WORD || token >= 0 && isInTypeName((char) token);
        }
        creating |= keyword == Keyword.NEW;
        afterNew = keyword == Keyword.NEW;
        previous = token;
    }

    private static boolean isInTypeName(char mark) {
        return ".<>,?@&".indexOf(mark) >= 0 || Character.isJavaIdentifierPart(mark);
    }

    /** The name of a type is the last one before its arguments: {@code B} of {@code new a.B<C>(d)}. */
    private void name(int token, Tokens tokens) {
        if (afterNew) {
            type = tokens.text();
            typeArguments = 0;
        } else if (typeArguments == 0 && previous == '.') {
            type = tokens.text();
        }
        typeArguments += token == '<' ? 1 : token == '>' ? -1 : 0;
    }

    /** Simple name of what the class extends that the last token has opened, if that is an anonymous class. */
    Optional<String> anonymous() {
        boolean begins = previous == '{' && !open.isEmpty() && open.peek().kind() == Kind.ANONYMOUS_CLASS;
        return begins ? Optional.of(open.peek().created()) : Optional.empty();
    }

    private Kind kind(int token) {
        if (token == '(') {
            return creating ? Kind.ARGUMENTS_OF_CREATION : Kind.ANYTHING;
        }
        if (token == '{' && previous == Tokens.ARROW) {
            return Kind.BLOCK_LAMBDA;
        }
        return token == '{' && !created.isEmpty() ? Kind.ANONYMOUS_CLASS : Kind.ANYTHING;
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
