package dev.replaylint.report.merged;

import dev.replaylint.yaml.InvalidYaml;
import dev.replaylint.yaml.YamlNode;
import dev.replaylint.yaml.YamlNode.Mapping;
import dev.replaylint.yaml.YamlNode.Member;
import dev.replaylint.yaml.YamlNode.Sequence;
import dev.replaylint.yaml.YamlNode.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members of a JSON object, most of which have to be there. Members that nobody asks for are those of later versions. */
record Members(Mapping object) {

    /** Reads an element of a list. */
    interface Element<T> {
        T of(YamlNode node) throws InvalidYaml;
    }

    static Members of(YamlNode node) throws InvalidYaml {
        if (node instanceof Mapping mapping) {
            return new Members(mapping);
        }
        throw new InvalidYaml(node.place(), "there is no object here");
    }

    /** The value of a member. */
    YamlNode node(String key) throws InvalidYaml {
        Optional<YamlNode> value = optional(key);
        if (value.isEmpty()) {
            throw new InvalidYaml(object.place(), "`" + key + "` is missing");
        }
        return value.get();
    }

    /** The value of a member that not every object has. */
    Optional<YamlNode> optional(String key) {
        return object.members().stream()
                .filter(m -> m.key().value().equals(key))
                .map(Member::value)
                .findFirst();
    }

    /** What is wrong with a member. */
    InvalidYaml invalid(String key, String reason) throws InvalidYaml {
        return new InvalidYaml(node(key).place(), "`" + key + "` " + reason);
    }

    String text(String key) throws InvalidYaml {
        if (node(key) instanceof Text text && text.quoted()) {
            return text.value();
        }
        throw invalid(key, "is no text");
    }

    int number(String key) throws InvalidYaml {
        if (node(key) instanceof Text text && !text.quoted() && text.value().matches("[0-9]{1,9}")) {
            return Integer.parseInt(text.value());
        }
        throw invalid(key, "is no number");
    }

    boolean flag(String key) throws InvalidYaml {
        if (node(key) instanceof Text text && !text.quoted() && text.value().matches("true|false")) {
            return text.value().equals("true");
        }
        throw invalid(key, "is neither true nor false");
    }

    <T> List<T> list(String key, Element<T> element) throws InvalidYaml {
        if (!(node(key) instanceof Sequence sequence)) {
            throw invalid(key, "is no list");
        }
        List<T> elements = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            elements.add(element.of(item));
        }
        return elements;
    }
}
