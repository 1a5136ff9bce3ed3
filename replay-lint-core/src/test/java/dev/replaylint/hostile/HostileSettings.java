package dev.replaylint.hostile;

import java.util.List;
import java.util.stream.Stream;

/** Settings that mean harm, or nothing. */
final class HostileSettings {

    private static final CommittedKind KIND = CommittedKind.CONFIGURATION;

    private static final int LARGE = 900_000;

    /** What is no name of a class, but leads somewhere where names become paths or addresses. */
    static final List<String> NAMES = List.of(
            "../../etc/passwd",
            "..",
            "/etc/passwd",
            "..\\\\..\\\\Windows\\\\win.ini",
            "C:\\\\Windows",
            "\\\\\\\\host\\\\share",
            "file:///etc/passwd",
            "jar:file:/x.jar!/y",
            "%2e%2e%2fetc",
            "a::b",
            "\\e[2J",
            "\\0",
            "(a+)+$",
            "${jndi:ldap://127.0.0.1/x}");

    private HostileSettings() {}

    static Stream<CommittedInput> all() {
        return Stream.of(wrongTypes(), wrongValues(), exclusions(), effects(), harmless())
                .flatMap(s -> s);
    }

    private static CommittedInput refused(String name, String text, String reason) {
        return CommittedInput.refused(KIND, name, text, 1, reason);
    }

    private static Stream<CommittedInput> wrongTypes() {
        return Stream.of(
                        "severities: error",
                        "severities: [error]",
                        "severities: {wall-clock: [off]}",
                        "severities: {wall-clock: {off: 1}}",
                        "severities: {[wall-clock]: off}",
                        "effects: {a: b}",
                        "effects: io-write",
                        "effects: [[io-write]]",
                        "effects: [{io-write: a}]",
                        "exclude: [shop.A]",
                        "exclude: shop.A",
                        "exclude: {shop.A: [why]}",
                        "exclude: {shop.A: {why: 1}}",
                        "manifest: on",
                        "manifest: [1]",
                        "manifest: {handlers: [a]}",
                        "manifest: {handlers: {a: [b]}}",
                        "manifest: {severity: {error: 1}}",
                        "requireManifest: [true]",
                        "requireManifest: {}",
                        "requireManifest:",
                        "budget: 3000",
                        "budget: [3000]",
                        "budget: {operations: {a: 1}}",
                        "budget: {handlers: 3000}",
                        "budget: {handlers: {a: [1]}}")
                .map(text -> refused("the wrong type in " + text, text, ""));
    }

    private static Stream<CommittedInput> wrongValues() {
        return Stream.of(
                refused("a budget of nothing", "budget: {operations: 0}", "from 1 to"),
                refused("a budget below nothing", "budget: {operations: -1}", "from 1 to"),
                refused("a budget that is no number", "budget: {operations: .NaN}", "from 1 to"),
                refused("a budget without end", "budget: {operations: .inf}", "from 1 to"),
                refused("a budget of 2^32 + 1", "budget: {operations: 4294967297}", "from 1 to"),
                refused("a budget of other digits", "budget: {operations: \u0663}", "from 1 to"),
                refused("a budget of many digits", "budget: {handlers: {a: " + "9".repeat(LARGE) + "}}", "from 1 to"),
                refused("a severity of a megabyte", "severities: {wall-clock: \"" + "x".repeat(LARGE) + "\"}", "..."),
                refused("a severity in other letters", "severities: {wall-clock: \u0435rror}", "there is no severity"),
                refused("a rule of a megabyte", "severities: {? " + "x".repeat(LARGE) + " : off}", "..."),
                refused("a file to be read", "include: /etc/passwd", "there is no key"),
                refused("an address to be read", "extends: http://127.0.0.1:9/x.yml", "there is no key"),
                refused("a jar of rules", "rules: [evil.jar]", "there is no key"));
    }

    private static Stream<CommittedInput> exclusions() {
        Stream<CommittedInput> names = NAMES.stream()
                .map(n -> refused("the exclusion " + n, "exclude: {\"" + n + "\": why}", "is no name of classes"));
        return Stream.concat(
                names,
                Stream.of(
                        refused("no exclusion", "exclude: {\"\": why}", "is no name of classes"),
                        refused("no reason", "exclude: {shop.A: \" \"}", "needs a reason"),
                        refused(
                                "an exclusion of many parts",
                                "exclude: {? " + "a.".repeat(LARGE / 2) + "a : why}",
                                "is no name of classes"),
                        refused(
                                "an exclusion of a megabyte",
                                "exclude: {? \"" + "*".repeat(LARGE) + "\" : why}",
                                "is no name of classes")));
    }

    private static Stream<CommittedInput> effects() {
        Stream<CommittedInput> names =
                NAMES.stream().map(n -> refused("the effect of " + n, "effects: [\"io-write " + n + "\"]", "is no "));
        return Stream.concat(
                names,
                Stream.of(
                        refused("an effect of nothing", "effects: [io-write]", "names no call"),
                        refused("no effect", "effects: [\"evil a.B#c\"]", "unknown fact"),
                        refused(
                                "an effect of a megabyte",
                                "effects: [\"" + "x".repeat(LARGE) + "\"]",
                                "is longer than"),
                        refused(
                                "an effect of many words",
                                "effects: [\"io-write a.B#c " + "x ".repeat(400) + "\"]",
                                "does not go with"),
                        refused(
                                "an effect of many parts",
                                "effects: [\"io-write " + "a.".repeat(400) + "*#b(\"]",
                                "is not closed"),
                        refused("an effect of two lines", "effects: [\"io-write a.B#c\\nio-write\"]", "io-write")));
    }

    /** Patterns that are slow where all ways to match are tried, and names that are nobody's. */
    private static Stream<CommittedInput> harmless() {
        String stars = "*a".repeat(150);
        return Stream.of(
                harmless("stars in an exclusion", "exclude: {\"" + stars + "*b\": why}"),
                harmless("double stars in an exclusion", "exclude: {\"" + "**a".repeat(200) + "**b\": why}"),
                harmless("parts in an exclusion", "exclude: {\"" + "**.".repeat(300) + "b\": why}"),
                harmless("stars in an effect", "effects: [\"io-write java.lang." + stars + "*b#" + stars + "*b\"]"),
                harmless("double stars in an effect", "effects: [\"io-write java." + "**.".repeat(200) + "*b#*\"]"),
                harmless("handlers that are each other", "manifest: {handlers: {a: b, b: a, c: c}}"),
                harmless(
                        "handlers elsewhere", "manifest: {handlers: {\"../../a\": \"file:///b\", \"::\": \"\\e[2J\"}}"),
                harmless("a budget for nobody", "budget: {handlers: {\"../../etc/passwd\": 1}}"),
                harmless("a mark at the start", "\ufeffbudget: {}"),
                harmless("line ends of old times", "budget: {}\reffects: []\r"),
                harmless("thousands of budgets", "budget:\n  handlers:\n" + lines(), ""));
    }

    private static String lines() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            lines.append("    a.B").append(i).append(": 1\n");
        }
        return lines.toString();
    }

    private static CommittedInput harmless(String name, String... text) {
        return CommittedInput.harmless(KIND, name, String.join("", text));
    }
}
