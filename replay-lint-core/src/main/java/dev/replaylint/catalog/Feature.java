package dev.replaylint.catalog;

import java.util.List;

/**
 * Something that the construction of a request shows: a method that is called in it.
 *
 * @param member name of the method
 * @param words one of which must stand in what the method is given; empty if any call of it counts
 */
public record Feature(String member, List<String> words) {

    public Feature {
        words = List.copyOf(words);
    }

    /** Whether one of the words stands in the text; words of letters only as whole words, in any case. */
    public boolean isIn(String text) {
        return words.isEmpty() || words.stream().anyMatch(w -> contains(text, w));
    }

    private static boolean contains(String text, String word) {
        boolean letters = Character.isJavaIdentifierPart(word.charAt(0));
        for (int at = 0; at + word.length() <= text.length(); at++) {
            boolean here = text.regionMatches(true, at, word, 0, word.length());
            if (here && (!letters || (isEdge(text, at - 1) && isEdge(text, at + word.length())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isJavaIdentifierPart(text.charAt(at));
    }

    @Override
    public String toString() {
        return words.isEmpty() ? member : member + "=" + String.join("|", words);
    }
}
