package dev.replaylint.yaml;

import dev.replaylint.yaml.YamlNode.Mapping;
import dev.replaylint.yaml.YamlNode.Member;
import dev.replaylint.yaml.YamlNode.Place;
import dev.replaylint.yaml.YamlNode.Sequence;
import dev.replaylint.yaml.YamlNode.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a YAML document that people wrote and merged. Nothing in it can run anything or grow: tags, anchors and aliases, duplicate keys
 * and markers of unsolved merge conflicts are errors.
 */
public final class YamlDocument {

    private static final int LARGEST = 1 << 20;

    private static final Place START = new Place(1, 1);

    private static final Pattern CONFLICT = Pattern.compile("(?m)^(<{7}|\\|{7}|={7}|>{7})( .*)?\r?$");

    private static final Set<Tag> TAGS = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

    private YamlDocument() {}

    /** The document's root; empty if it has none. */
    public static Optional<YamlNode> read(byte[] bytes) throws InvalidYaml {
        if (bytes.length > LARGEST) {
            throw new InvalidYaml(START, "the file is larger than 1 MiB");
        }
        String text = decode(bytes);
        Matcher conflict = CONFLICT.matcher(text);
        if (conflict.find()) {
            throw new InvalidYaml(
                    new Place(lineOf(text, conflict.start()), 1),
                    "the merge conflict is not solved: there is a marker `" + conflict.group(1) + "`");
        }
        try {
            Optional<Node> root = compose(text);
            return root.isEmpty() ? Optional.empty() : Optional.of(convert(root.get()));
        } catch (StackOverflowError e) {
            throw new InvalidYaml(START, "the file is nested too deeply");
        }
    }

    private static String decode(byte[] bytes) throws InvalidYaml {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidYaml(START, "the file is not UTF-8");
        }
    }

    private static int lineOf(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** Aliases are let through: as nodes they cost nothing, and the place of the first anchor is a better message. */
    private static Optional<Node> compose(String text) throws InvalidYaml {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(LARGEST)
                .setCodePointLimit(LARGEST)
                .build();
        try {
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            throw new InvalidYaml(
                    e.getProblemMark().map(YamlDocument::place).orElse(START), "this is no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            String problem = String.valueOf(e.getMessage());
            throw new InvalidYaml(
                    START, "this is no YAML: " + problem.lines().findFirst().orElse(""));
        }
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static YamlNode convert(Node node) throws InvalidYaml {
        Place place = node.getStartMark().map(YamlDocument::place).orElse(START);
        if (!TAGS.contains(node.getTag())) {
            throw new InvalidYaml(place, "tags such as `" + node.getTag() + "` have no meaning here");
        }
        if (node.getAnchor().isPresent()) {
            throw new InvalidYaml(place, "anchors and aliases have no meaning here");
        }
        if (node instanceof ScalarNode scalar) {
            return new Text(scalar.getValue(), place);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(convert(item));
            }
            return new Sequence(items, place);
        }
        return mapping((MappingNode) node, place);
    }

    private static Mapping mapping(MappingNode node, Place place) throws InvalidYaml {
        List<Member> members = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(convert(tuple.getKeyNode()) instanceof Text key)) {
                throw new InvalidYaml(place, "a key is not a text");
            }
            if (!keys.add(key.value())) {
                throw new InvalidYaml(key.place(), "the key `" + key.value() + "` is there twice");
            }
            members.add(new Member(key, convert(tuple.getValueNode())));
        }
        return new Mapping(members, place);
    }
}
