package dev.replaylint;

import dev.replaylint.catalog.Catalog;
import dev.replaylint.catalog.CatalogException;
import dev.replaylint.committed.PlainFile;
import dev.replaylint.durable.loop.Quota;
import dev.replaylint.rule.Budget;
import dev.replaylint.rule.Nearest;
import dev.replaylint.rule.Severity;
import dev.replaylint.yaml.InvalidYaml;
import dev.replaylint.yaml.YamlDocument;
import dev.replaylint.yaml.YamlNode;
import dev.replaylint.yaml.YamlNode.Mapping;
import dev.replaylint.yaml.YamlNode.Member;
import dev.replaylint.yaml.YamlNode.Sequence;
import dev.replaylint.yaml.YamlNode.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code replay-lint.yml}. It is data only: nothing in it can run anything. Errors name file, line and column. */
public final class ConfigurationReader {

    /** Names that are not listed in a message. */
    private static final int MANY = 10;

    private static final int LONGEST_EFFECT = 1_000;

    private static final Set<String> KEYS =
            Set.of("budget", "effects", "exclude", "manifest", "requireManifest", "severities");

    private static final Set<String> BUDGET_KEYS = Set.of("handlers", "operations");

    private static final Set<String> MANIFEST_KEYS = Set.of("handlers", "severity");

    private final Map<String, Optional<Severity>> severities = new HashMap<>();
    private final List<String> effects = new ArrayList<>();
    private final SortedMap<String, String> exclusions = new TreeMap<>();
    private ManifestSettings manifest = ManifestSettings.defaults();
    private int operations = Budget.ofService().operations();
    private final Map<String, Integer> budgets = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private ConfigurationReader() {}

    /** A configuration that cannot be used; the message says where and what to do. */
    public static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;

        Invalid(String message) {
            super(message);
        }
    }

    /** The defaults, changed by the file if there is one, for these files; null lists are empty. */
    public static Configuration read(
            Optional<Path> file, @Nullable List<String> includes, @Nullable List<String> excludes) throws Invalid {
        ConfigurationReader reader = new ConfigurationReader();
        if (file.isPresent()) {
            reader.read(file.get());
        }
        return reader.configuration(globs("replay-lint.includes", includes), globs("replay-lint.excludes", excludes));
    }

    private static List<String> globs(String parameter, @Nullable List<String> given) throws Invalid {
        List<String> globs = given == null ? List.of() : given;
        Optional<String> mistake = PathFilter.mistake(parameter, globs);
        if (mistake.isPresent()) {
            throw new Invalid(mistake.get());
        }
        return globs;
    }

    /** The defaults, changed by a file's content, for all code; {@code file} is what messages call it. */
    public static Configuration read(byte[] content, String file) throws Invalid {
        ConfigurationReader reader = new ConfigurationReader();
        reader.readContent(content, file);
        return reader.configuration(List.of(), List.of());
    }

    private Configuration configuration(List<String> includes, List<String> excludes) {
        return new Configuration(
                severities,
                includes,
                excludes,
                new Exclusions(exclusions),
                effects,
                manifest,
                new Budget(operations, budgets));
    }

    /** The lines in which severities are set, by the names of the settings: {@code severities.wall-clock}, {@code manifest.severity}. */
    public static Map<String, Integer> lines(Path file) throws Invalid {
        ConfigurationReader reader = new ConfigurationReader();
        reader.read(file);
        return Map.copyOf(reader.lines);
    }

    private void set(String name, Member member) {
        lines.put(name, member.key().place().line());
    }

    private void read(Path file) throws Invalid {
        try {
            readContent(PlainFile.read(file), file.toString());
        } catch (IOException e) {
            throw new Invalid(file + ": cannot be read: " + e.getMessage());
        }
    }

    private void readContent(byte[] content, String file) throws Invalid {
        try {
            Optional<YamlNode> root = document(content);
            if (root.isPresent()) {
                read(root.get());
            }
        } catch (InvalidYaml e) {
            throw new Invalid(e.in(file));
        }
    }

    private static Optional<YamlNode> document(byte[] content) throws InvalidYaml {
        try {
            return YamlDocument.read(content);
        } catch (InvalidYaml e) {
            throw e.with("write plain keys with texts and lists, in UTF-8");
        }
    }

    private void read(YamlNode root) throws InvalidYaml {
        for (Member member : mapping(root, "the configuration")) {
            switch (member.key().value()) {
                case "budget" -> budget(member.value());
                case "effects" -> effects(member.value());
                case "exclude" -> exclude(member.value());
                case "manifest" -> manifest(member.value());
                case "requireManifest" -> {
                    manifest = manifest.withRequired(flag(member.value()));
                    set("requireManifest", member);
                }
                case "severities" -> severities(member.value());
                default -> throw unknown(member.key(), "key", KEYS);
            }
        }
    }

    private void budget(YamlNode node) throws InvalidYaml {
        for (Member member : mapping(node, "budget")) {
            switch (member.key().value()) {
                case "operations" -> operations = number(member.value());
                case "handlers" -> {
                    for (Member handler : mapping(member.value(), "handlers")) {
                        budgets.put(handler.key().value(), number(handler.value()));
                    }
                }
                default -> throw unknown(member.key(), "key", BUDGET_KEYS);
            }
        }
    }

    private static int number(YamlNode node) throws InvalidYaml {
        String digits = text(node, "a budget").value();
        int number = digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
        if (number < 1 || number > Quota.OPERATIONS) {
            throw new InvalidYaml(
                    node.place(),
                    "a budget is a number of operations from 1 to " + Quota.OPERATIONS + ", not `" + digits + "`");
        }
        return number;
    }

    private void manifest(YamlNode node) throws InvalidYaml {
        for (Member member : mapping(node, "manifest")) {
            switch (member.key().value()) {
                case "handlers" -> manifest = manifest.withHandlers(texts(member.value(), "handlers"));
                case "severity" -> {
                    manifest = manifest.withSeverity(severity(member.value()));
                    set("manifest.severity", member);
                }
                default -> throw unknown(member.key(), "key", MANIFEST_KEYS);
            }
        }
    }

    private void severities(YamlNode node) throws InvalidYaml {
        for (Member member : mapping(node, "severities")) {
            if (!ReplayLint.ruleNames().contains(member.key().value())) {
                throw unknown(member.key(), "rule", ReplayLint.ruleNames());
            }
            severities.put(member.key().value(), severity(member.value()));
            set("severities." + member.key().value(), member);
        }
    }

    private static Optional<Severity> severity(YamlNode node) throws InvalidYaml {
        Text text = text(node, "a severity");
        Optional<Severity> severity = Severity.of(text.value());
        if (severity.isEmpty() && !text.value().equals("off")) {
            throw unknown(text, "severity", Set.of("error", "warning", "info", "off"));
        }
        return severity;
    }

    private void effects(YamlNode node) throws InvalidYaml {
        if (!(node instanceof Sequence sequence)) {
            throw new InvalidYaml(node.place(), "effects must be a list of catalogue lines");
        }
        for (YamlNode item : sequence.items()) {
            String line = text(item, "a catalogue line").value();
            if (line.length() > LONGEST_EFFECT) {
                throw new InvalidYaml(
                        item.place(),
                        "the catalogue line is longer than " + LONGEST_EFFECT + " letters; write one for each call");
            }
            try {
                Catalog.checkLine(line);
            } catch (CatalogException e) {
                throw new InvalidYaml(item.place(), e.problems().get(0).reason());
            }
            effects.add(line);
        }
    }

    private void exclude(YamlNode node) throws InvalidYaml {
        for (Member member : mapping(node, "exclude")) {
            Text pattern = member.key();
            String reason = text(member.value(), "a reason").value();
            if (!Exclusions.isPattern(pattern.value())) {
                throw new InvalidYaml(
                        pattern.place(),
                        "`" + pattern.value()
                                + "` is no name of classes, such as `shop.DemoHandler` or `shop.legacy.**`");
            }
            if (reason.isBlank()) {
                throw new InvalidYaml(
                        member.value().place(), "`" + pattern.value() + "` needs a reason for being excluded");
            }
            exclusions.put(pattern.value(), reason);
        }
    }

    private static Map<String, String> texts(YamlNode node, String what) throws InvalidYaml {
        Map<String, String> texts = new HashMap<>();
        for (Member member : mapping(node, what)) {
            texts.put(member.key().value(), text(member.value(), "a class name").value());
        }
        return texts;
    }

    private static boolean flag(YamlNode node) throws InvalidYaml {
        String value = text(node, "requireManifest").value();
        if (!value.equals("true") && !value.equals("false")) {
            throw new InvalidYaml(node.place(), "requireManifest must be true or false");
        }
        return value.equals("true");
    }

    private static List<Member> mapping(YamlNode node, String what) throws InvalidYaml {
        if (node instanceof Mapping mapping) {
            return mapping.members();
        }
        throw new InvalidYaml(node.place(), what + " must be a mapping");
    }

    private static Text text(YamlNode node, String what) throws InvalidYaml {
        if (node instanceof Text text) {
            return text;
        }
        throw new InvalidYaml(node.place(), what + " must be a text");
    }

    private static InvalidYaml unknown(Text text, String kind, Set<String> known) {
        String all = known.size() > MANY
                ? "`mvn replay-lint:explain` lists them"
                : "there are " + String.join(", ", new TreeSet<>(known));
        return new InvalidYaml(text.place(), "there is no " + kind + " `" + text.value() + "`")
                .with(Nearest.to(text.value(), known)
                        .map(n -> "did you mean `" + n + "`?")
                        .orElse(all));
    }
}
