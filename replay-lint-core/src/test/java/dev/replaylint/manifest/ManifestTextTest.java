package dev.replaylint.manifest;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.replaylint.durable.name.OperationName;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.manifest.Manifest.Retired;
import dev.replaylint.testing.Refusals;
import dev.replaylint.testing.SchemaCheck;
import dev.replaylint.yaml.InvalidYaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a manifest looks like, and what is none. */
final class ManifestTextTest {

    private static final String TEXT = """
            # The durable operations of this module, in the order of the code: running executions depend on them.
            # Written by `mvn replay-lint:update-manifest`; comments are not kept.
            format: 1
            handlers:
              shop.Empty$Nested:
                - wait (unnamed)
              shop.OrderHandler:
                - step charge
                - "step \\"a: b #c\\""
                - step (computed)
                - map items (virtual):
                    - step reserve-{index}
                - loop:
                    - step poll
                - either:
                    - step refund{{x}}
                - or:
                    - step ship
                    - recursion Tree.visit
                - "step \\"step \\\\u202e\\""
            retired:
              shop.OrderHandler:
                - renamed step charge-card to charge: "drained on 2026-11-20, \\"all\\" of them"
            ...
            """;

    private static Manifest manifest() {
        TreeMap<String, List<Entry>> handlers = new TreeMap<>();
        handlers.put("shop.Empty$Nested", List.of(operation(OperationKind.WAIT, OperationName.NONE)));
        handlers.put(
                "shop.OrderHandler",
                List.of(
                        step("charge"),
                        step("a: b #c"),
                        operation(OperationKind.STEP, OperationName.DYNAMIC),
                        new Entry.Operation(
                                OperationKind.MAP,
                                OperationName.constant("items"),
                                true,
                                List.of(operation(OperationKind.STEP, OperationName.template("reserve-{index}")))),
                        new Entry.Loop(List.of(step("poll"))),
                        new Entry.Choice(List.of(
                                List.of(step("refund{x}")), List.of(step("ship"), new Entry.Recursion("Tree.visit")))),
                        step("step \u202e")));
        Retired retired = new Retired("renamed step charge-card to charge", "drained on 2026-11-20, \"all\" of them");
        return new Manifest(handlers, new TreeMap<>(Map.of("shop.OrderHandler", List.of(retired))));
    }

    private static Entry step(String name) {
        return operation(OperationKind.STEP, OperationName.constant(name));
    }

    private static Entry operation(OperationKind kind, OperationName name) {
        return new Entry.Operation(kind, name, false, List.of());
    }

    @Test
    void isOneLineAnOperation() {
        assertThat(ManifestWriter.text(manifest())).isEqualTo(TEXT);
    }

    @Test
    void saysTheSameWhenReadAgain() throws InvalidYaml {
        assertThat(read(TEXT).manifest()).isEqualTo(manifest());
        assertThat(read(ManifestWriter.text(Manifest.EMPTY)).manifest()).isEqualTo(Manifest.EMPTY);
        assertThat(read(TEXT).place("shop.OrderHandler").line()).isEqualTo(7);
    }

    @Test
    void mayHaveOtherLineEndsAndComments() throws InvalidYaml {
        assertThat(read(TEXT.replace("\n", "\r\n")).manifest()).isEqualTo(manifest());
        assertThat(read(TEXT.replace("format: 1", "# mine\n\nformat: 1")).manifest())
                .isEqualTo(manifest());
    }

    @Test
    void takesAnyName() throws InvalidYaml {
        Random random = new Random(4);
        String letters = "ab {}\"\\:#'&*!|>%@`,[]?-\u0000\n\t\u00e9\u202e\ud83d\ude00~()";
        for (int i = 0; i < 2000; i++) {
            StringBuilder name = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                name.append(letters.charAt(random.nextInt(letters.length())));
            }
            TreeMap<String, List<Entry>> handlers = new TreeMap<>();
            handlers.put("shop.OrderHandler", List.of(step(name.toString())));
            Retired retired = new Retired("removed step " + name, "since " + name);
            Manifest manifest = new Manifest(handlers, new TreeMap<>(Map.of("a.B", List.of(retired))));
            assertThat(read(ManifestWriter.text(manifest)).manifest()).isEqualTo(manifest);
        }
    }

    @Test
    void isNotReadWhenCutOff() {
        Refusals.checkCuts(TEXT, ManifestTextTest::read);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("cut off", "", "m:0:1: the file is cut off"),
                Arguments.of("only the header", TEXT.substring(0, TEXT.indexOf("format")), "the file is cut off"),
                Arguments.of("no end", TEXT.replace("\n...\n", "\n"), "m:23:1: the file is cut off"),
                Arguments.of(
                        "conflict",
                        TEXT.replace(
                                "    - step charge\n",
                                "<<<<<<< HEAD\n    - step charge\n=======\n    - step pay\n>>>>>>> other\n"),
                        "m:8:1: the merge conflict is not solved: there is a marker `<<<<<<<`"),
                Arguments.of("half a conflict", TEXT.replace("format: 1", "=======\nformat: 1"), "m:3:1: the merge"),
                Arguments.of(
                        "handler twice",
                        TEXT.replace("shop.Empty$Nested", "shop.OrderHandler"),
                        "m:7:3: the key `shop.OrderHandler` is there twice"),
                Arguments.of("key twice", TEXT.replace("format: 1", "format: 1\nformat: 1"), "m:4:1: the key `format`"),
                Arguments.of("later format", TEXT.replace("format: 1", "format: 2"), "m:3:9: the file has format `2`"),
                Arguments.of(
                        "later format with other keys",
                        TEXT.replace("format: 1", "checksum: 7\nformat: 2"),
                        "m:4:9: the file has format `2`"),
                Arguments.of("no format", TEXT.replace("format: 1\n", ""), "m:3:1: the key `format` is missing"),
                Arguments.of("other key", TEXT.replace("retired:", "tired:"), "m:21:1: a manifest has no key `tired`"),
                Arguments.of("no handlers", "format: 1\n...\n", "m:1:1: the key `handlers` is missing"),
                Arguments.of("a list", "- format: 1\n...\n", "m:1:1: a manifest is a mapping"),
                Arguments.of("other kind", TEXT.replace("step charge", "stop charge"), "`stop charge` is no operation"),
                Arguments.of("no name", TEXT.replace("step charge", "step"), "m:8:7: `step` is no operation"),
                Arguments.of("stray quote", TEXT.replace("step charge", "step char\"ge"), "is no operation"),
                Arguments.of(
                        "step with a body", TEXT.replace("map items (virtual)", "step items"), "has no operations"),
                Arguments.of("or alone", TEXT.replace("- either:", "- or:"), "there is no `either` before this `or`"),
                Arguments.of("empty body", TEXT.replace("- loop:\n        - step poll", "- loop: []"), "not empty"),
                Arguments.of("nothing in handler", "format: 1\nhandlers:\n  a.B:\n...\n", "not empty"),
                Arguments.of("tag", TEXT.replace("format: 1", "format: !!java.net.URL 1"), "m:3:9: tags such as"),
                Arguments.of("alias", "format: 1\nhandlers:\n  a.B: &a\n    - *a\n...\n", "anchors and aliases"),
                Arguments.of("control character", TEXT.replace("charge", "ch\u0000arge"), "this is no YAML"),
                Arguments.of("bad indentation", TEXT.replace("  shop.Order", " shop.Order"), "this is no YAML"),
                Arguments.of("two documents", TEXT + "---\nformat: 1\n...\n", "this is no YAML"),
                Arguments.of("deep", "format: 1\nhandlers: " + "[".repeat(20_000) + "\n...\n", "m:"),
                Arguments.of("large", TEXT + "#".repeat(1 << 20), "m:1:1: the file is larger than 1 MiB"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void saysWhereAFileIsNoManifest(String name, String text, String message) {
        Refusals.check(text, "m", message, ManifestTextTest::read);
    }

    @Test
    void isUtf8() {
        byte[] latin = TEXT.replace("charge", "cha\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(assertThrows(InvalidYaml.class, () -> ManifestReader.read(latin, "m"))
                        .in("m"))
                .isEqualTo("m:1:1: the file is not UTF-8");
    }

    @Test
    void theSchemaHoldsForWhatIsWritten() {
        assertThat(SchemaCheck.MANIFEST.problems(TEXT)).isEmpty();
        assertThat(SchemaCheck.MANIFEST.problems(ManifestWriter.text(Manifest.EMPTY)))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesWhatTheReaderRefuses() {
        List<String> accepted = new ArrayList<>();
        for (String text : List.of(
                TEXT.replace("format: 1", "format: 2"),
                TEXT.replace("retired:", "tired:"),
                TEXT.replace("step charge", "stop charge"),
                TEXT.replace("map items (virtual)", "step items"),
                TEXT.replace("- loop:\n        - step poll", "- loop: []"),
                "format: 1\n...\n")) {
            if (SchemaCheck.MANIFEST.problems(text).isEmpty()) {
                accepted.add(text);
            }
        }
        assertThat(accepted).isEmpty();
    }

    private static Recorded read(String text) throws InvalidYaml {
        return ManifestReader.read(text.getBytes(StandardCharsets.UTF_8), "m");
    }
}
