package dev.replaylint.program;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What somebody wrote into code for tools to read. */
public sealed interface Note {

    About about();

    /** By place, then by what it says. */
    Comparator<Note> ORDER =
            Comparator.<Note, Location>comparing(n -> n.about().location()).thenComparing(Note::toString);

    /**
     * An annotation on a declaration.
     *
     * @param name its simple name
     * @param elements the texts of its elements by name; of one that is no text that can be read, what is written there
     */
    record Annotation(String name, SortedMap<String, List<String>> elements, About about) implements Note {
        public Annotation {
            SortedMap<String, List<String>> copies = new TreeMap<>();
            elements.forEach((k, v) -> copies.put(k, List.copyOf(v)));
            elements = Collections.unmodifiableSortedMap(copies);
        }

        /** The texts of an element; empty if it is not written. */
        public List<String> element(String key) {
            return elements.getOrDefault(key, List.of());
        }
    }

    /**
     * A comment that ends with its line.
     *
     * @param text without the slashes and the space around it
     */
    record Comment(String text, About about) implements Note {}

    /**
     * What a note is about.
     *
     * @param location where it stands; class files do not tell, so there it is the first line of the code that it is about, 0 if none
     * @param type binary name of the class that it is on or in
     * @param member name of the method or field that it is on or in; empty if it is on the class
     * @param lines of the file: the declaration that the annotation is on, or the line of the comment; of one that is alone on its
     *     line, the next line with something else
     */
    record About(Location location, String type, String member, Lines lines) {}

    /**
     * Which notes are asked for.
     *
     * @param words files without any of these words have none
     * @param annotations simple names of annotations
     * @param comment what comments start with
     */
    record Query(Set<String> words, Set<String> annotations, String comment) {
        public Query {
            words = Set.copyOf(words);
            annotations = Set.copyOf(annotations);
        }

        /** Whether a text has one of the words. */
        public boolean concerns(String text) {
            return words.stream().anyMatch(text::contains);
        }
    }
}
