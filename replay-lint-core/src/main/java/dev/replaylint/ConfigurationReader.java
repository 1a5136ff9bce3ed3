package dev.replaylint;

import dev.replaylint.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code replay-lint.yml}. It is data only: nothing in it can run anything. Errors name file, line and column. */
public final class ConfigurationReader {

    private static final Set<String> KEYS = Set.of("effects", "severities");

    private final Path file;

    private ConfigurationReader(Path file) {
        this.file = file;
    }

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
        Map<String, Optional<Severity>> severities = new HashMap<>();
        List<String> effects = new ArrayList<>();
        if (file.isPresent()) {
            new ConfigurationReader(file.get()).read(severities, effects);
        }
        return new Configuration(
                severities, includes == null ? List.of() : includes, excludes == null ? List.of() : excludes, effects);
    }

    private void read(Map<String, Optional<Severity>> severities, List<String> effects) throws Invalid {
        Optional<Node> root = compose();
        if (root.isEmpty()) {
            return;
        }
        for (NodeTuple entry : mapping(root.get(), "the configuration")) {
            String key = text(entry.getKeyNode(), "a key");
            switch (key) {
                case "effects" -> effects.addAll(texts(entry.getValueNode()));
                case "severities" -> severities(entry.getValueNode(), severities);
                default -> throw unknown(entry.getKeyNode(), "key", key, KEYS);
            }
        }
    }

    private Optional<Node> compose() throws Invalid {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.getFileName().toString())
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(1 << 20)
                .build();
        try {
            return new Compose(settings).composeString(Files.readString(file));
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark()
                    .map(m -> ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
                    .orElse("");
            throw new Invalid(file + place + ": " + e.getProblem());
        } catch (YamlEngineException | IOException e) {
            throw new Invalid(file + ": cannot be read: " + e.getMessage());
        }
    }

    private void severities(Node node, Map<String, Optional<Severity>> severities) throws Invalid {
        for (NodeTuple entry : mapping(node, "severities")) {
            String rule = text(entry.getKeyNode(), "a rule");
            if (!ReplayLint.ruleNames().contains(rule)) {
                throw unknown(entry.getKeyNode(), "rule", rule, ReplayLint.ruleNames());
            }
            String value = text(entry.getValueNode(), "a severity");
            Optional<Severity> severity = Severity.of(value);
            if (severity.isEmpty() && !value.equals("off")) {
                throw unknown(entry.getValueNode(), "severity", value, Set.of("error", "warning", "info", "off"));
            }
            severities.put(rule, severity);
        }
    }

    private List<NodeTuple> mapping(Node node, String what) throws Invalid {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue();
        }
        throw invalid(node, what + " must be a mapping");
    }

    private List<String> texts(Node node) throws Invalid {
        if (!(node instanceof SequenceNode sequence)) {
            throw invalid(node, "effects must be a list of catalogue lines");
        }
        List<String> texts = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            texts.add(text(element, "a catalogue line"));
        }
        return texts;
    }

    private String text(Node node, String what) throws Invalid {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw invalid(node, what + " must be a text");
    }

    private Invalid unknown(Node node, String kind, String name, Set<String> known) {
        return invalid(
                node,
                "there is no " + kind + " `" + name + "`"
                        + Nearest.to(name, known)
                                .map(n -> "; did you mean `" + n + "`?")
                                .orElse(""));
    }

    private Invalid invalid(Node node, String reason) {
        String place = node.getStartMark()
                .map(m -> ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
                .orElse("");
        return new Invalid(file + place + ": " + reason);
    }
}
