package dev.replaylint.manifest;

import dev.replaylint.manifest.Manifest.Retired;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** Writes a manifest for people who review it: one line an operation, nothing that depends on where or when it was written. */
final class ManifestWriter {

    /** The version of the format that is written and read. */
    static final String FORMAT = "1";

    /** The last line: without it the file was cut off. */
    static final String END = "...";

    private static final String HEADER = """
            # The durable operations of this module, in the order of the code: running executions depend on them.
            # Written by `mvn replay-lint:update-manifest`; comments are not kept.
            """;

    /** What a plain scalar may be made of: none of these characters means anything to YAML behind a letter. */
    private static final Pattern PLAIN = Pattern.compile("(?!.*  )[A-Za-z_$][A-Za-z0-9_.{}$@/+*()\"<> -]*(?<! )");

    private final StringBuilder out = new StringBuilder(HEADER);

    private ManifestWriter() {}

    static String text(Manifest manifest) {
        ManifestWriter writer = new ManifestWriter();
        writer.line(0, "format: " + FORMAT);
        writer.handlers(manifest.handlers());
        writer.retired(manifest.retired());
        writer.line(0, END);
        return writer.out.toString();
    }

    private void handlers(SortedMap<String, List<Entry>> handlers) {
        line(0, handlers.isEmpty() ? "handlers: {}" : "handlers:");
        handlers.forEach((name, entries) -> {
            line(1, scalar(name) + ":");
            entries(entries, 2);
        });
    }

    private void retired(SortedMap<String, List<Retired>> retired) {
        if (!retired.isEmpty()) {
            line(0, "retired:");
        }
        retired.forEach((name, changes) -> {
            line(1, scalar(name) + ":");
            changes.forEach(c -> line(2, "- " + scalar(c.what()) + ": " + quoted(c.reason())));
        });
    }

    private void entries(List<Entry> entries, int depth) {
        entries.forEach(e -> entry(e, depth));
    }

    private void entry(Entry entry, int depth) {
        if (entry instanceof Entry.Operation operation) {
            String more = operation.body().isEmpty() ? "" : ":";
            line(depth, "- " + scalar(OperationLine.of(operation)) + more);
            entries(operation.body(), depth + 2);
        } else if (entry instanceof Entry.Loop loop) {
            line(depth, "- loop:");
            entries(loop.body(), depth + 2);
        } else if (entry instanceof Entry.Choice choice) {
            for (int arm = 0; arm < choice.arms().size(); arm++) {
                line(depth, arm == 0 ? "- either:" : "- or:");
                entries(choice.arms().get(arm), depth + 2);
            }
        } else if (entry instanceof Entry.Recursion recursion) {
            line(depth, "- " + scalar("recursion " + recursion.method()));
        }
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~' && !Character.isLetter(c) || type == Character.SURROGATE) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
