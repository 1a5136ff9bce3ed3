package dev.replaylint.manifest;

import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.manifest.Manifest.Retired;
import dev.replaylint.yaml.InvalidYaml;
import dev.replaylint.yaml.YamlDocument;
import dev.replaylint.yaml.YamlNode;
import dev.replaylint.yaml.YamlNode.Mapping;
import dev.replaylint.yaml.YamlNode.Member;
import dev.replaylint.yaml.YamlNode.Place;
import dev.replaylint.yaml.YamlNode.Sequence;
import dev.replaylint.yaml.YamlNode.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a manifest, or says where it is not one. Half a manifest would pass for a whole one, so nothing is skipped or guessed. */
final class ManifestReader {

    private static final String LOOP = "loop";
    private static final String EITHER = "either";
    private static final String OR = "or";
    private static final String RECURSION = "recursion ";

    private final SortedMap<String, List<Entry>> handlers = new TreeMap<>();
    private final SortedMap<String, List<Retired>> retired = new TreeMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private ManifestReader() {}

    /** What a file says; {@code file} is what messages call it. */
    static Recorded read(byte[] bytes, String file) throws InvalidYaml {
        ManifestReader reader = new ManifestReader();
        Optional<YamlNode> root = YamlDocument.read(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8).stripTrailing();
        if (root.isEmpty() || !text.endsWith("\n" + ManifestWriter.END)) {
            throw new InvalidYaml(
                    new Place((int) text.lines().count(), 1), "the file is cut off: its last line `...` is missing");
        }
        reader.root(root.get());
        return new Recorded(new Manifest(reader.handlers, reader.retired), file, reader.lines);
    }

    private void root(YamlNode root) throws InvalidYaml {
        List<Member> members = mapping(root, "a manifest");
        format(members, root.place());
        boolean complete = false;
        for (Member member : members) {
            switch (member.key().value()) {
                case "format" -> {}
                case "handlers" -> {
                    handlers(member.value());
                    complete = true;
                }
                case "retired" -> retired(member.value());
                default ->
                    throw new InvalidYaml(
                            member.key().place(),
                            "a manifest has no key `" + member.key().value() + "`");
            }
        }
        if (!complete) {
            throw new InvalidYaml(root.place(), "the key `handlers` is missing");
        }
    }

    /** Comes first: of another format nothing else can be said. */
    private static void format(List<Member> members, Place start) throws InvalidYaml {
        Optional<Member> format =
                members.stream().filter(m -> m.key().value().equals("format")).findFirst();
        if (format.isEmpty()) {
            throw new InvalidYaml(start, "the key `format` is missing, so this is no manifest");
        }
        String version = text(format.get().value(), "the format").value();
        if (!version.equals(ManifestWriter.FORMAT)) {
            throw new InvalidYaml(
                            format.get().value().place(),
                            "the file has format `" + version + "`, and this version of replay-lint reads format `"
                                    + ManifestWriter.FORMAT + "`")
                    .with("use the version that wrote it");
        }
    }

    private void handlers(YamlNode node) throws InvalidYaml {
        for (Member member : mapping(node, "handlers")) {
            lines.put(member.key().value(), member.key().place().line());
            handlers.put(member.key().value(), entries(member.value()));
        }
    }

    private void retired(YamlNode node) throws InvalidYaml {
        for (Member handler : mapping(node, "retired")) {
            List<Retired> changes = new ArrayList<>();
            for (YamlNode item : items(handler.value(), "the retired operations of a handler")) {
                Member change = single(item, "a retired operation");
                changes.add(new Retired(
                        change.key().value(), text(change.value(), "a reason").value()));
            }
            retired.put(handler.key().value(), changes);
        }
    }

    private static List<Entry> entries(YamlNode node) throws InvalidYaml {
        List<Entry> entries = new ArrayList<>();
        for (YamlNode item : items(node, "operations")) {
            if (item instanceof Text line) {
                entries.add(leaf(line));
            } else {
                Member member = single(item, "an operation");
                group(member, entries);
            }
        }
        return entries;
    }

    private static Entry leaf(Text line) throws InvalidYaml {
        return line.value().startsWith(RECURSION)
                ? new Entry.Recursion(line.value().substring(RECURSION.length()))
                : operation(line);
    }

    private static void group(Member member, List<Entry> entries) throws InvalidYaml {
        List<Entry> body = entries(member.value());
        switch (member.key().value()) {
            case LOOP -> entries.add(new Entry.Loop(body));
            case EITHER -> entries.add(new Entry.Choice(List.of(body)));
            case OR -> entries.add(longer(member.key(), entries, body));
            default -> {
                Entry.Operation operation = operation(member.key());
                entries.add(opened(operation, body, member.key().place()));
            }
        }
    }

    private static Entry longer(Text key, List<Entry> before, List<Entry> body) throws InvalidYaml {
        if (before.isEmpty() || !(before.remove(before.size() - 1) instanceof Entry.Choice choice)) {
            throw new InvalidYaml(key.place(), "there is no `either` before this `or`");
        }
        List<List<Entry>> arms = new ArrayList<>(choice.arms());
        arms.add(body);
        return new Entry.Choice(arms);
    }

    private static Entry.Operation opened(Entry.Operation operation, List<Entry> body, Place place) throws InvalidYaml {
        OperationKind kind = operation.kind();
        if (!kind.opensContext()) {
            throw new InvalidYaml(place, "a `" + kind.method() + "` has no operations of its own");
        }
        return new Entry.Operation(kind, operation.name(), operation.virtual(), body);
    }

    private static Entry.Operation operation(Text line) throws InvalidYaml {
        Optional<Entry.Operation> operation = OperationLine.parse(line.value());
        if (operation.isEmpty()) {
            throw new InvalidYaml(line.place(), "`" + line.value() + "` is no operation");
        }
        return operation.get();
    }

    private static Member single(YamlNode node, String what) throws InvalidYaml {
        List<Member> members = mapping(node, what);
        if (members.size() != 1) {
            throw new InvalidYaml(node.place(), what + " has one key");
        }
        return members.get(0);
    }

    private static List<YamlNode> items(YamlNode node, String what) throws InvalidYaml {
        if (node instanceof Sequence sequence && !sequence.items().isEmpty()) {
            return sequence.items();
        }
        throw new InvalidYaml(node.place(), what + " are a list that is not empty");
    }

    private static List<Member> mapping(YamlNode node, String what) throws InvalidYaml {
        if (node instanceof Mapping mapping) {
            return mapping.members();
        }
        throw new InvalidYaml(node.place(), what + " is a mapping");
    }

    private static Text text(YamlNode node, String what) throws InvalidYaml {
        if (node instanceof Text text) {
            return text;
        }
        throw new InvalidYaml(node.place(), what + " is a text");
    }
}
