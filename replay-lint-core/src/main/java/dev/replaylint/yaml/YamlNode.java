package dev.replaylint.yaml;

import java.util.List;

/** A part of a YAML document, with the place it starts at. */
public sealed interface YamlNode {

    Place place();

    /**
     * A place in a document.
     *
     * @param line 1-based
     * @param column 1-based
     */
    record Place(int line, int column) {}

    /** A text; without quotes it may be meant for a number. */
    record Text(String value, boolean quoted, Place place) implements YamlNode {}

    /** A list. */
    record Sequence(List<YamlNode> items, Place place) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys, each once, with their values, in the order of the document. */
    record Mapping(List<Member> members, Place place) implements YamlNode {
        public Mapping {
            members = List.copyOf(members);
        }
    }

    /** A key with its value. */
    record Member(Text key, YamlNode value) {}
}
