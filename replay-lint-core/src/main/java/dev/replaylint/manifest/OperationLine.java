package dev.replaylint.manifest;

import dev.replaylint.durable.name.OperationName;
import dev.replaylint.durable.sdk.OperationKind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation as one line of the manifest: {@code step charge}, {@code step reserve-{index}}, {@code wait (unnamed)}, {@code map
 * items (virtual)}. A name stands in quotes unless it is made of ordinary characters; a brace of a constant name is doubled, since
 * single ones are the holes of a template. Nothing in a line is invisible or changes the direction of the text.
 */
final class OperationLine {

    private static final String UNNAMED = "(unnamed)";
    private static final String COMPUTED = "(computed)";
    private static final String VIRTUAL = " (virtual)";

    /** Words with one blank between them; a repeated group would need a frame of the stack for each of them. */
    private static final Pattern BARE = Pattern.compile("(?! )(?!.*  )[A-Za-z0-9_.{}$@/+* -]+(?<! )");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([\"\\\\]))");

    private OperationLine() {}

    static String of(Entry.Operation operation) {
        String virtual = operation.virtual() ? VIRTUAL : "";
        return operation.kind().method() + " " + name(operation.name()) + virtual;
    }

    private static String name(OperationName name) {
        return switch (name.kind()) {
            case CONSTANT -> quoted(name.text().replace("{", "{{").replace("}", "}}"));
            case TEMPLATE -> quoted(name.text());
            case DYNAMIC -> COMPUTED;
            case NONE -> UNNAMED;
        };
    }

    private static String quoted(String text) {
        if (BARE.matcher(text).matches()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The operation without its body; empty if the line is none. */
    static Optional<Entry.Operation> parse(String line) {
        int blank = line.indexOf(' ');
        if (blank < 0) {
            return Optional.empty();
        }
        boolean virtual = line.endsWith(VIRTUAL);
        int end = line.length() - (virtual ? VIRTUAL.length() : 0);
        if (end <= blank) {
            return Optional.empty();
        }
        Optional<OperationName> name = parseName(line.substring(blank + 1, end));
        return kind(line.substring(0, blank))
                .flatMap(k -> name.map(n -> new Entry.Operation(k, n, virtual, java.util.List.of())));
    }

    private static Optional<OperationKind> kind(String method) {
        for (OperationKind kind : OperationKind.values()) {
            if (kind.method().equals(method)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Optional<OperationName> parseName(String text) {
        if (text.equals(UNNAMED)) {
            return Optional.of(OperationName.NONE);
        }
        if (text.equals(COMPUTED)) {
            return Optional.of(OperationName.DYNAMIC);
        }
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        if (!quoted && !BARE.matcher(text).matches()) {
            return Optional.empty();
        }
        Optional<String> plain = quoted ? unescaped(text.substring(1, text.length() - 1)) : Optional.of(text);
        return plain.map(OperationLine::constantOrTemplate);
    }

    private static Optional<String> unescaped(String text) {
        boolean stray = ESCAPE.matcher(text).replaceAll("").chars().anyMatch(c -> c == '"' || c == '\\');
        if (stray) {
            return Optional.empty();
        }
        return Optional.of(ESCAPE.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(
                        m.group(1) == null ? m.group(2) : String.valueOf((char) Integer.parseInt(m.group(1), 16)))));
    }

    private static OperationName constantOrTemplate(String text) {
        boolean hole = text.replace("{{", "").replace("}}", "").contains("{");
        return hole
                ? OperationName.template(text)
                : OperationName.constant(text.replace("{{", "{").replace("}}", "}"));
    }
}
