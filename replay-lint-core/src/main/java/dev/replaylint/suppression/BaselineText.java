package dev.replaylint.suppression;

import dev.replaylint.committed.CommittedFile;
import dev.replaylint.json.Json;
import dev.replaylint.rule.Fingerprint;
import dev.replaylint.rule.Severity;
import dev.replaylint.suppression.Baseline.Entry;
import dev.replaylint.yaml.InvalidYaml;
import dev.replaylint.yaml.YamlDocument;
import dev.replaylint.yaml.YamlNode;
import dev.replaylint.yaml.YamlNode.Mapping;
import dev.replaylint.yaml.YamlNode.Member;
import dev.replaylint.yaml.YamlNode.Place;
import dev.replaylint.yaml.YamlNode.Sequence;
import dev.replaylint.yaml.YamlNode.Text;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A baseline as JSON. Half of one would pass for a whole one, so nothing is skipped or guessed. */
final class BaselineText {

    private static final String FORMAT = "replay-lint-baseline";
    private static final String VERSION = "1";

    private static final Set<String> KEYS = Set.of("format", "formatVersion", "accepted");

    private static final Set<String> ENTRY_KEYS = Set.of("class", "member", "rule", "subject", "severity", "count");

    private BaselineText() {}

    /** The document: a block an entry, sorted, and nothing that depends on where or when it was written. */
    static String of(Baseline baseline) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("formatVersion", Integer.valueOf(VERSION));
        document.put(
                "accepted",
                baseline.accepted().entrySet().stream()
                        .map(e -> entry(e.getKey(), e.getValue()))
                        .toList());
        return Json.of(document);
    }

    private static Map<String, Object> entry(Entry entry, int count) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("class", entry.fingerprint().type());
        members.put("member", entry.fingerprint().member());
        members.put("rule", entry.fingerprint().rule());
        members.put("subject", entry.fingerprint().subject());
        members.put("severity", entry.severity().label());
        members.put("count", count);
        return members;
    }

    /** What a document says. */
    static Baseline read(byte[] bytes) throws InvalidYaml {
        YamlNode root = root(bytes);
        Map<String, Member> members = members(root, "a baseline", KEYS);
        format(root, members);
        YamlNode accepted = required(members, "accepted", root);
        if (!(accepted instanceof Sequence sequence)) {
            throw invalid(accepted, "`accepted` is a list");
        }
        SortedMap<Entry, Integer> entries = new TreeMap<>();
        for (YamlNode item : sequence.items()) {
            add(item, entries);
        }
        return new Baseline(entries);
    }

    private static YamlNode root(byte[] bytes) throws InvalidYaml {
        try {
            return YamlDocument.readJson(bytes)
                    .orElseThrow(() -> new InvalidYaml(new Place(1, 1), "the file is empty"));
        } catch (InvalidYaml e) {
            throw e.with(CommittedFile.RESTORE);
        }
    }

    private static InvalidYaml invalid(YamlNode node, String reason) {
        return new InvalidYaml(node.place(), reason).with(CommittedFile.RESTORE);
    }

    private static void format(YamlNode root, Map<String, Member> members) throws InvalidYaml {
        Text format = text(required(members, "format", root), "the format");
        if (!format.value().equals(FORMAT)) {
            throw invalid(format, "the format is `" + format.value() + "`, so this is no baseline");
        }
        YamlNode node = required(members, "formatVersion", root);
        String version = node instanceof Text number ? number.value() : "";
        if (!version.equals(VERSION)) {
            throw new InvalidYaml(
                            node.place(),
                            "the file has version `" + version
                                    + "` of the format, and this version of replay-lint reads `" + VERSION + "`")
                    .with("use the version that wrote it");
        }
    }

    private static void add(YamlNode item, SortedMap<Entry, Integer> entries) throws InvalidYaml {
        Map<String, Member> members = members(item, "an entry", ENTRY_KEYS);
        Map<String, String> texts = new HashMap<>();
        for (String key : List.of("class", "member", "rule", "subject", "severity")) {
            texts.put(key, text(required(members, key, item), "`" + key + "`").value());
        }
        Entry entry = new Entry(
                new Fingerprint(
                        texts.getOrDefault("rule", ""),
                        texts.getOrDefault("class", ""),
                        texts.getOrDefault("member", ""),
                        texts.getOrDefault("subject", "")),
                severity(required(members, "severity", item)));
        if (entries.put(entry, count(required(members, "count", item))) != null) {
            throw invalid(item, "the entry is there twice");
        }
    }

    private static Severity severity(YamlNode node) throws InvalidYaml {
        String label = text(node, "`severity`").value();
        Optional<Severity> severity = Severity.of(label).filter(s -> s.label().equals(label));
        return severity.orElseThrow(() -> invalid(node, "`" + label + "` is no severity"));
    }

    private static int count(YamlNode node) throws InvalidYaml {
        if (node instanceof Text text && !text.quoted() && text.value().matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(text.value());
        }
        throw invalid(node, "`count` is a number from 1");
    }

    private static Map<String, Member> members(YamlNode node, String what, Set<String> known) throws InvalidYaml {
        if (!(node instanceof Mapping mapping)) {
            throw invalid(node, what + " is an object");
        }
        Map<String, Member> members = new HashMap<>();
        for (Member member : mapping.members()) {
            if (!known.contains(member.key().value())) {
                throw invalid(
                        member.key(), what + " has no key `" + member.key().value() + "`");
            }
            members.put(member.key().value(), member);
        }
        return members;
    }

    private static YamlNode required(Map<String, Member> members, String key, YamlNode in) throws InvalidYaml {
        Member member = members.get(key);
        if (member == null) {
            throw invalid(in, "the key `" + key + "` is missing");
        }
        return member.value();
    }

    private static Text text(YamlNode node, String what) throws InvalidYaml {
        if (node instanceof Text text && text.quoted()) {
            return text;
        }
        throw invalid(node, what + " is a text");
    }
}
