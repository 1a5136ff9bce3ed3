package dev.replaylint.source;

import dev.replaylint.source.SourceText.Unreadable;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What one look at a file tells without parsing it.
 *
 * @param text as it is in the file, if a word stands in it; else empty, since nobody will ask for it, or hardly
 * @param outline empty if the file cannot be read
 * @param unreadable why it cannot be read; empty if it can
 */
record FirstLook(SourceFile file, Optional<String> text, Optional<Outline> outline, Optional<String> unreadable) {

    /** Files that are looked at together, so that no more of their texts are in memory at once. */
    private static final int TOGETHER = 256;

    /**
     * Looks at files, several at a time: none depends on another.
     *
     * @param words of which one must stand in a file for its text to be of use
     * @param found told of each in the files' order
     */
    static void at(List<SourceFile> files, Charset encoding, Set<String> words, Consumer<FirstLook> found) {
        for (int i = 0; i < files.size(); i += TOGETHER) {
            files.subList(i, Math.min(i + TOGETHER, files.size())).parallelStream()
                    .map(f -> at(f, encoding, words))
                    .toList()
                    .forEach(found);
        }
    }

    private static FirstLook at(SourceFile file, Charset encoding, Set<String> words) {
        try {
            String text = SourceText.read(file.path(), encoding);
            String code = UnicodeEscapes.in(text).translated();
            Optional<String> useful = containsOne(code, words) ? Optional.of(text) : Optional.empty();
            return new FirstLook(file, useful, Optional.of(Outline.of(code)), Optional.empty());
        } catch (Unreadable e) {
            return new FirstLook(file, Optional.empty(), Optional.empty(), Optional.of(e.reason()));
        }
    }

    static boolean containsOne(String code, Set<String> words) {
        for (String word : words) {
            if (code.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
