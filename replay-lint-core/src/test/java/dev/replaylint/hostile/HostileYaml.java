package dev.replaylint.hostile;

import static dev.replaylint.hostile.Hostile.nested;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Text that is refused whatever it is to say: bombs, orders to a parser, and what is no text. */
final class HostileYaml {

    private static final int DEEP = 100_000;

    /** Just below what is read. */
    private static final int LARGE = 1_000_000;

    private static final String ENGINE =
            "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:9/\"]]]]";

    /** A text, and what is said of it in which line. */
    private record Text(String name, byte[] bytes, int line, String reason) {

        /** Little of it is JSON: of the baseline, it is mostly this that is said. */
        CommittedInput in(CommittedKind kind) {
            boolean json = kind == CommittedKind.BASELINE;
            return CommittedInput.refused(kind, name, bytes, json ? 0 : line, json ? "" : reason);
        }
    }

    private HostileYaml() {}

    /** Each text in each file. */
    static Stream<CommittedInput> all() {
        return Stream.of(bombs(), deep(), orders(), encodings(), documents())
                .flatMap(List::stream)
                .flatMap(t -> Arrays.stream(CommittedKind.values()).map(t::in));
    }

    private static Text text(String name, String text, int line, String reason) {
        return new Text(name, text.getBytes(StandardCharsets.UTF_8), line, reason);
    }

    private static List<Text> bombs() {
        String laughs = IntStream.range(1, 30)
                .mapToObj(i -> "a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]")
                .collect(Collectors.joining("\n", "a0: &a0 [x, x]\n", "\n"));
        return List.of(
                text("a billion laughs", laughs, 1, "anchors and aliases have no meaning here"),
                text("a list in itself", "a: &a [*a]\n", 1, "anchors and aliases have no meaning here"),
                text("a mapping that is its own key", "a: 1\n? &a {*a : b}\n: c\n", 0, ""),
                text("a merge of itself", "a: &a\n  <<: *a\n", 0, ""),
                text("an alias of nothing", "a: 1\nb: *nothing\n", 2, ""),
                text("a million aliases", "a: &a x\nb: [" + "*a, ".repeat(LARGE / 4 - 10) + "*a]\n", 1, ""),
                text("a key twice", "format: 1\nformat: 1\n", 2, "the key `format` is there twice"),
                text("a key a hundred thousand times", "a: 1\n".repeat(DEEP), 2, "the key `a` is there twice"),
                text("keys of one hash", keysOfOneHash(), 0, ""),
                text("a key of a megabyte", "x".repeat(LARGE) + ": 1\n", 0, ""),
                text("a key of a thousand letters", "\"" + "x".repeat(1_000) + "\": 1\n", 1, ""),
                text("a text of a megabyte", "a: \"" + "x y ".repeat(LARGE / 4) + "\"\n", 1, ""),
                text("a block of a megabyte", "a: |\n" + " x\n".repeat(LARGE / 3), 0, ""),
                text("a number of a megabyte", "budget: " + "9".repeat(LARGE) + "\n", 1, ""),
                text(
                        "a fraction of a megabyte",
                        "budget: 1." + "9".repeat(LARGE) + "e-" + "9".repeat(10) + "\n",
                        1,
                        ""),
                text("a megabyte of comments", "#\n".repeat(LARGE / 2) + "x", 0, ""),
                text("17 MB", "a: 1\n" + "#".repeat(17 << 20), 1, "MiB"));
    }

    /** The hashes of texts that are made of these two are all the same. */
    private static String keysOfOneHash() {
        return IntStream.range(0, 1 << 15)
                .mapToObj(i -> IntStream.range(0, 15)
                                .mapToObj(b -> (i >> b & 1) == 0 ? "Aa" : "BB")
                                .collect(Collectors.joining())
                        + ":")
                .collect(Collectors.joining("\n"));
    }

    private static List<Text> deep() {
        String indented =
                IntStream.range(0, 1_200).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining());
        return List.of(
                text("lists in each other", nested(DEEP, "[", "", "]"), 1, ""),
                text("lists that are not closed", "[".repeat(DEEP), 0, ""),
                text("mappings in each other", nested(DEEP, "{a: ", "1", "}"), 1, ""),
                text("keys in each other", nested(DEEP, "[{", "a", "}: 1]"), 1, ""),
                text("items in each other", "- ".repeat(DEEP) + "a\n", 1, ""),
                text("questions in each other", "? ".repeat(DEEP) + "a\n", 1, ""),
                text("lines that move to the right", indented, 501, "nested too deeply"),
                text("closing brackets", "a: 1\n" + "]".repeat(DEEP), 2, ""),
                text("indicators of all kinds", "&*!|>%@`\"'{}[],?:-".repeat(50_000), 1, ""));
    }

    private static List<Text> orders() {
        return List.of(
                text("a class to be made", "a: " + ENGINE + "\n", 1, "have no meaning here"),
                text("a class to be made as the document", ENGINE + "\n", 1, "have no meaning here"),
                text("a class to be made as a key", "a: 1\n? " + ENGINE + "\n: b\n", 2, "have no meaning here"),
                text(
                        "a process to be started",
                        "!<tag:yaml.org,2002:java.lang.ProcessBuilder> [touch, hacked]\n",
                        1,
                        "have no meaning here"),
                text(
                        "an object of another language",
                        "a: !!python/object/apply:os.system [touch hacked]\n",
                        1,
                        "have no"),
                text("a handle of tags", "%TAG ! tag:yaml.org,2002:java.lang.\n---\n!ProcessBuilder [x]\n", 0, ""),
                text("a set", "!!set {a, b}\n", 1, ""),
                text("bytes", "a: !!binary aGFja2Vk\n", 1, ""),
                text("a version that is not there yet", "%YAML 9.9\n---\na: 1\n", 0, ""),
                text("a file to be included", "!include /etc/passwd\n", 1, ""),
                text("an order to a build server", "\"\\n::error::x ##[stop-commands]y\": 1\n", 1, ""),
                text("an order to a terminal", "\"\\e]52;c;aGFja2Vk\\a\\e[2J\": 1\n", 1, ""),
                text("a name that is read backwards", "\"\\u202Egnp.exe\": 1\n", 1, ""));
    }

    private static List<Text> encodings() {
        return List.of(
                text("a NUL", "a: 1\nb: \0\n", 2, ""),
                text("only NULs", "\0".repeat(1_000), 1, ""),
                text("a control character", "a: 1\nb: \"\u001b[2J\"\n", 2, ""),
                text("an end of a line that is none", "a: 1\u2028b: 2\u0085c: 3", 0, ""),
                text("a mark in the middle", "a: 1\n\ufeffb: 2\n", 0, ""),
                new Text("UTF-16", "a: 1\n".getBytes(StandardCharsets.UTF_16), 1, "the file is not UTF-8"),
                new Text("UTF-16 without a mark", "a: 1\n".getBytes(StandardCharsets.UTF_16LE), 1, ""),
                new Text("UTF-32", "a: 1\n".getBytes(Charset.forName("UTF-32")), 1, ""),
                new Text("Latin-1", "a: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1), 1, "the file is not UTF-8"),
                bytes("half a surrogate", 0x61, 0x3a, 0x20, 0xed, 0xa0, 0x80),
                bytes("a NUL in two bytes", 0x61, 0x3a, 0x20, 0xc0, 0x80),
                bytes("a character that is cut off", 0x61, 0x3a, 0x20, 0xe2, 0x82));
    }

    private static Text bytes(String name, int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return new Text(name, all, 1, "the file is not UTF-8");
    }

    private static List<Text> documents() {
        return List.of(
                text("two documents", "a: 1\n---\nb: 2\n", 0, ""),
                text("a text", "../../../etc/passwd\n", 1, ""),
                text("a list", "- a\n", 1, ""),
                text("a number", "1e999999999\n", 1, ""),
                text("tabs", "\ta:\t1\n", 1, ""),
                text("a merge that is not solved", "a: 1\n<<<<<<< HEAD\n", 2, "the merge conflict is not solved"),
                text("an escape that is cut off", "a: \"\\u", 0, ""),
                text("an escape of nothing", "a: \"\\UFFFFFFFF\"\n", 1, ""),
                text("a text that is not closed", "a: \"b\n".repeat(3), 0, ""));
    }
}
