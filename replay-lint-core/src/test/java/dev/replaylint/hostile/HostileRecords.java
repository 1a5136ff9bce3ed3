package dev.replaylint.hostile;

import static dev.replaylint.hostile.Hostile.nested;

import java.util.stream.Stream;

/** Manifests and baselines that mean harm, or nothing. */
final class HostileRecords {

    private static final int LARGE = 900_000;

    private HostileRecords() {}

    static Stream<CommittedInput> all() {
        return Stream.of(manifests(), harmlessManifests(), baselines(), harmlessBaselines())
                .flatMap(s -> s);
    }

    private static CommittedInput manifest(String name, String handlers, String reason) {
        return CommittedInput.refused(CommittedKind.MANIFEST, name, written(handlers), 0, reason);
    }

    private static String written(String handlers) {
        return "format: 1\nhandlers:" + handlers + "\n...\n";
    }

    private static CommittedInput entry(String name, String type, String count, String reason) {
        return CommittedInput.refused(CommittedKind.BASELINE, name, baseline(type, count), 0, reason);
    }

    private static String baseline(String type, String count) {
        return "{\"format\": \"replay-lint-baseline\", \"formatVersion\": 1, \"accepted\": [{\"class\": " + type
                + ", \"member\": \"m\", \"rule\": \"wall-clock\", \"subject\": \"s\", \"severity\": \"error\", \"count\": "
                + count + "}]}";
    }

    private static Stream<CommittedInput> manifests() {
        return Stream.of(
                manifest("handlers that are a list", " [a]", "handlers is a mapping"),
                manifest("handlers that are a text", " ../../etc/passwd", "handlers is a mapping"),
                manifest("a handler without operations", "\n  a: []", "operations are a list"),
                manifest("a handler that is a text", "\n  a: step b", "operations are a list"),
                manifest("an operation that is none", "\n  a: [../../etc/passwd]", "is no operation"),
                manifest(
                        "an operation of a megabyte", "\n  a: [\"" + "x ".repeat(LARGE / 2) + "\"]", "is no operation"),
                manifest("a step with operations", "\n  a: [step b: [step c]]", "has no operations of its own"),
                manifest("an or of nothing", "\n  a: [or: [step b]]", "there is no `either`"),
                manifest("two operations in one", "\n  a: [{loop: [step b], either: [step c]}]", "has one key"),
                manifest(
                        "loops in each other",
                        "\n  a: [" + nested(30_000, "{loop: [", "step b", "]}") + "]",
                        "nested too"),
                manifest(
                        "loops a thousand deep",
                        "\n  a: [" + nested(1_000, "{loop: [", "step b", "]}") + "]",
                        "nested too"),
                manifest("a key that is not known", " {}\nevil: 1", "a manifest has no key"),
                manifest("a format of a megabyte", " {}\nformat: 1", "is there twice"),
                CommittedInput.refused(
                        CommittedKind.MANIFEST, "a format to come", "format: 2\n...\n", 1, "format `2`"));
    }

    private static Stream<CommittedInput> harmlessManifests() {
        return Stream.concat(
                HostileSettings.NAMES.stream().map(n -> harmless("the handler " + n, "\n  \"" + n + "\": [step a]")),
                Stream.of(
                        harmless("an operation elsewhere", "\n  sentinel.Sentinel: [step ../../etc/passwd]"),
                        harmless(
                                "an operation with orders",
                                "\n  sentinel.Sentinel: ['step \"::error::x ##[y]\\u001b[2J\"']"),
                        harmless("a long name", "\n  sentinel.Sentinel: [\"step " + "x y ".repeat(LARGE / 4) + "z\"]"),
                        harmless("many operations", "\n  sentinel.Sentinel:" + "\n    - step a".repeat(5_000)),
                        harmless(
                                "loops in loops",
                                "\n  sentinel.Sentinel: [" + nested(100, "{loop: [", "step b", "]}") + "]")));
    }

    private static CommittedInput harmless(String name, String handlers) {
        return CommittedInput.harmless(CommittedKind.MANIFEST, name, written(handlers));
    }

    private static Stream<CommittedInput> baselines() {
        return Stream.of(
                entry("a class that is a list", "[\"a\"]", "1", "`class` is a text"),
                entry("a class that is no text", "1", "1", "`class` is a text"),
                entry("a count of nothing", "\"a\"", "0", "`count` is a number"),
                entry("a count below nothing", "\"a\"", "-1", "`count` is a number"),
                entry("a count of 2^31", "\"a\"", "2147483648", "`count` is a number"),
                entry("a count of a megabyte", "\"a\"", "9".repeat(LARGE), "`count` is a number"),
                entry("a count with a point", "\"a\"", "1.0", "`count` is a number"),
                entry("a count that is a text", "\"a\"", "\"1\"", "`count` is a number"),
                entry("a count that is an object", "\"a\"", "{}", "`count` is a number"),
                entry("an anchor", "&a \"a\"", "1", "anchors and aliases"),
                entry("a tag", "!!java.net.URL \"http://127.0.0.1\"", "1", "tags such as"),
                entry("more than one entry says", "\"a\", \"evil\": 1", "1", "has no key"),
                entry("lists in each other", nested(100_000, "[", "", "]"), "1", "nested too deeply"),
                entry("sixteen megabytes of lines", "[\n".repeat(8_000_000), "1", "nested too deeply"),
                entry("a class of sixteen megabytes", "\"" + "x".repeat(16_000_000) + "\"", "1", "longer than 1 MiB"));
    }

    private static Stream<CommittedInput> harmlessBaselines() {
        return Stream.concat(
                HostileSettings.NAMES.stream()
                        .map(n -> harmlessBaseline(
                                "the class " + n,
                                "\"" + n.replace("\\e", "\\u001b").replace("\\0", "\\u0000") + "\"",
                                "1")),
                Stream.of(
                        harmlessBaseline("a class of a megabyte", "\"" + "x".repeat(LARGE) + "\"", "1"),
                        harmlessBaseline("the largest count", "\"a\"", "999999999")));
    }

    private static CommittedInput harmlessBaseline(String name, String type, String count) {
        return CommittedInput.harmless(CommittedKind.BASELINE, name, baseline(type, count));
    }
}
