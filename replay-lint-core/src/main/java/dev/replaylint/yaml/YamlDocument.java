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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a YAML document that people wrote and merged. Nothing in it can run anything or grow: tags, anchors and aliases, duplicate keys
 * and markers of unsolved merge conflicts are errors. JSON is YAML in one style; what is written in another is no JSON, but a comment or
 * a comma too many, which cannot be mistaken, are let through.
 */
public final class YamlDocument {

    /** What people write by hand is smaller. */
    private static final int LARGEST = 1 << 20;

    /** JSON is written by programs. */
    private static final int LARGEST_JSON = 1 << 24;

    /** The engine looks ahead in what has no end, from its start for each piece of it. */
    private static final int LONGEST_LINE = 1 << 20;

    /** Levels of nesting: beyond them it would depend on the size of a stack what is read. */
    private static final int DEEPEST = 500;

    private static final String NESTED = "the file is nested too deeply";

    private static final Place START = new Place(1, 1);

    private static final Pattern CONFLICT = Pattern.compile("(?m)^(<{7}|\\|{7}|={7}|>{7})( .*)?\r?$");

    private static final Set<Tag> TAGS = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

    private final String language;
    private final int largest;

    private YamlDocument(String language, int largest) {
        this.language = language;
        this.largest = largest;
    }

    /** The document's root; empty if it has none. */
    public static Optional<YamlNode> read(byte[] bytes) throws InvalidYaml {
        return new YamlDocument("YAML", LARGEST).root(bytes);
    }

    /** The root of a JSON document; empty if it has none. */
    public static Optional<YamlNode> readJson(byte[] bytes) throws InvalidYaml {
        return new YamlDocument("JSON", LARGEST_JSON).root(bytes);
    }

    private Optional<YamlNode> root(byte[] bytes) throws InvalidYaml {
        if (bytes.length > largest) {
            throw new InvalidYaml(START, "the file is larger than " + (largest >> 20) + " MiB");
        }
        String text = decode(bytes);
        checkLines(text);
        Matcher conflict = CONFLICT.matcher(text);
        if (conflict.find()) {
            throw new InvalidYaml(
                    place(text, conflict.start()),
                    "the merge conflict is not solved: there is a marker `" + conflict.group(1) + "`");
        }
        try {
            Optional<Node> root = compose(text);
            return root.isEmpty() ? Optional.empty() : Optional.of(convert(root.get(), 0));
        } catch (StackOverflowError e) {
            throw new InvalidYaml(tooDeep(text), NESTED);
        }
    }

    /** Where nesting gets too deep. How much a stack takes depends on how the code is compiled; events need none. */
    private Place tooDeep(String text) {
        int depth = 0;
        try {
            for (Event event : new Parse(settings()).parseString(text)) {
                depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
                if (depth > DEEPEST) {
                    return event.getStartMark().map(YamlDocument::place).orElse(START);
                }
            }
        } catch (YamlEngineException e) {
            // It is not well-formed either, further up.
        }
        return START;
    }

    private static void checkLines(String text) throws InvalidYaml {
        int start = 0;
        while (text.length() - start > LONGEST_LINE) {
            int end = text.indexOf('\n', start);
            if (end < 0 || end - start > LONGEST_LINE) {
                throw new InvalidYaml(place(text, start), "the line is longer than " + (LONGEST_LINE >> 20) + " MiB");
            }
            start = end + 1;
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

    private static Place place(String text, int offset) {
        int line = 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return new Place(line, offset - text.lastIndexOf('\n', offset - 1));
    }

    /** Aliases and keys of all kinds are let through: as nodes they cost nothing, and their place is a better message. */
    private Optional<Node> compose(String text) throws InvalidYaml {
        try {
            return new Compose(settings()).composeString(text);
        } catch (MarkedYamlEngineException e) {
            throw new InvalidYaml(
                    e.getProblemMark().map(YamlDocument::place).orElse(START), noDocument(e.getProblem()));
        } catch (ReaderException e) {
            throw new InvalidYaml(
                    place(text, text.offsetByCodePoints(0, e.getPosition())),
                    noDocument(
                            String.format(Locale.ROOT, "the character \\u%04x cannot stand in it", e.getCodePoint())));
        } catch (NumberFormatException e) {
            // The engine asks for a number where the file ends behind a backslash.
            throw new InvalidYaml(
                    place(text, Math.max(0, text.lastIndexOf('\\'))), noDocument("an escape is cut off in a text"));
        } catch (YamlEngineException e) {
            String problem = String.valueOf(e.getMessage());
            throw new InvalidYaml(START, noDocument(problem.lines().findFirst().orElse("")));
        }
    }

    private LoadSettings settings() {
        return LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setAllowNonScalarKeys(true)
                .setVersionFunction(version -> version)
                .setMaxAliasesForCollections(largest)
                .setCodePointLimit(largest)
                .build();
    }

    private String noDocument(String problem) {
        return "this is no " + language + ": " + problem;
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private YamlNode convert(Node node, int depth) throws InvalidYaml {
        Place place = node.getStartMark().map(YamlDocument::place).orElse(START);
        if (depth > DEEPEST) {
            throw new InvalidYaml(place, NESTED);
        }
        check(node, place);
        if (node instanceof ScalarNode scalar) {
            return new Text(scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, place);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(convert(item, depth + 1));
            }
            return new Sequence(items, place);
        }
        return mapping((MappingNode) node, place, depth + 1);
    }

    private void check(Node node, Place place) throws InvalidYaml {
        if (!TAGS.contains(node.getTag())) {
            throw new InvalidYaml(place, "tags such as `" + node.getTag() + "` have no meaning here");
        }
        if (node.getAnchor().isPresent()) {
            throw new InvalidYaml(place, "anchors and aliases have no meaning here");
        }
        if (language.equals("JSON") && !isJson(node)) {
            throw new InvalidYaml(
                    place, noDocument("texts stand in double quotes, lists in [], and what has keys in {}"));
        }
    }

    private static boolean isJson(Node node) {
        if (node instanceof CollectionNode<?> collection) {
            return collection.getFlowStyle() == FlowStyle.FLOW;
        }
        boolean plain = ((ScalarNode) node).getScalarStyle() == ScalarStyle.PLAIN;
        return plain
                ? !node.getTag().equals(Tag.STR)
                : ((ScalarNode) node).getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
    }

    private Mapping mapping(MappingNode node, Place place, int depth) throws InvalidYaml {
        List<Member> members = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(convert(tuple.getKeyNode(), depth) instanceof Text key)) {
                throw new InvalidYaml(place, "a key is not a text");
            }
            if (!keys.add(key.value())) {
                throw new InvalidYaml(key.place(), "the key `" + key.value() + "` is there twice");
            }
            members.add(new Member(key, convert(tuple.getValueNode(), depth)));
        }
        return new Mapping(members, place);
    }
}
