package dev.replaylint.manifest;

import dev.replaylint.yaml.InvalidYaml;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Recorded operations from one line: {@code step a, map m [step b], loop [..], either [..], or [..]}. */
final class Trees {

    private Trees() {}

    /** Brackets and commas become indented lines. */
    static List<Entry> entries(String tree) {
        if (tree.isEmpty()) {
            return List.of();
        }
        StringBuilder text = new StringBuilder("format: 1\nhandlers:\n  H:\n");
        int depth = 2;
        for (String item : Arrays.asList(tree.split(", |(?<=\\[)"))) {
            String line = item.strip();
            int closing = line.length() - line.replace("]", "").length();
            String plain = line.replace("]", "").replace(" [", ":");
            text.append("  ".repeat(depth)).append("- ").append(plain).append('\n');
            depth += plain.endsWith(":") ? 2 : 0;
            depth -= 2 * closing;
        }
        try {
            return new TreeMap<>(ManifestReader.read((text + "...\n").getBytes(StandardCharsets.UTF_8), "m")
                            .manifest()
                            .handlers())
                    .get("H");
        } catch (InvalidYaml e) {
            throw new IllegalArgumentException(text + e.in("m"), e);
        }
    }
}
