package dev.replaylint.durable.name;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a name: text, or a hole with a word for what fills it.
 *
 * @param text the text, or the word; empty where there is none
 */
public record Piece(boolean hole, String text) {

    /** A hole of which nothing is known. */
    static final List<Piece> UNKNOWN = List.of(new Piece(true, ""));

    static List<Piece> text(Object text) {
        return List.of(new Piece(false, String.valueOf(text)));
    }

    static List<Piece> hole(String word) {
        return List.of(new Piece(true, word));
    }

    /** Whether the pieces say more than what one hole says. */
    static boolean tell(List<Piece> pieces) {
        return pieces.stream().anyMatch(p -> !p.hole());
    }

    static boolean isConstant(List<Piece> pieces) {
        return pieces.stream().noneMatch(Piece::hole);
    }

    /** The text of pieces without holes, or the whole with words in braces. */
    public static String joined(List<Piece> pieces) {
        StringBuilder joined = new StringBuilder();
        pieces.forEach(p -> joined.append(p.hole() ? "{" + p.text() + "}" : p.text()));
        return joined.toString();
    }

    static List<Piece> all(List<List<Piece>> parts) {
        List<Piece> all = new ArrayList<>();
        parts.forEach(all::addAll);
        return all;
    }
}
