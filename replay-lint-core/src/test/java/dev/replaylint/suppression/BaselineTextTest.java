package dev.replaylint.suppression;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.replaylint.rule.Fingerprint;
import dev.replaylint.rule.Severity;
import dev.replaylint.suppression.Baseline.Entry;
import dev.replaylint.testing.Refusals;
import dev.replaylint.yaml.InvalidYaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a baseline looks like, and what is none. */
final class BaselineTextTest {

    private static final Path SCHEMA = Path.of("..", "docs", "replay-lint-baseline.schema.json");

    private static final String TEXT = """
            {
              "format": "replay-lint-baseline",
              "formatVersion": 1,
              "accepted": [
                {
                  "class": "shop.OrderHandler",
                  "member": "handleRequest",
                  "rule": "invalid-operation-name",
                  "subject": "step \\"a\\u0000|b\\"",
                  "severity": "error",
                  "count": 1
                },
                {
                  "class": "shop.PriceService",
                  "member": "quote",
                  "rule": "random-value",
                  "subject": "UUID.randomUUID",
                  "severity": "warning",
                  "count": 12
                },
                {
                  "class": "shop.PriceService",
                  "member": "quote",
                  "rule": "wall-clock",
                  "subject": "Instant.now",
                  "severity": "error",
                  "count": 2
                }
              ]
            }
            """;

    static final String EMPTY = """
            {
              "format": "replay-lint-baseline",
              "formatVersion": 1,
              "accepted": []
            }
            """;

    private static Baseline baseline() {
        SortedMap<Entry, Integer> accepted = new TreeMap<>();
        accepted.put(entry("wall-clock|shop.PriceService|quote|Instant.now", Severity.ERROR), 2);
        accepted.put(entry("random-value|shop.PriceService|quote|UUID.randomUUID", Severity.WARNING), 12);
        accepted.put(
                entry("invalid-operation-name|shop.OrderHandler|handleRequest|step \"a\u0000|b\"", Severity.ERROR), 1);
        return new Baseline(accepted);
    }

    static Entry entry(String fingerprint, Severity severity) {
        return new Entry(Fingerprint.of(fingerprint), severity);
    }

    private static Baseline read(String text) throws InvalidYaml {
        return BaselineText.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isSortedAndHasABlockForEachEntry() {
        assertThat(BaselineText.of(baseline())).isEqualTo(TEXT);
        assertThat(BaselineText.of(Baseline.EMPTY)).isEqualTo(EMPTY);
    }

    @Test
    void saysTheSameWhenReadAgain() throws InvalidYaml {
        assertThat(read(TEXT)).isEqualTo(baseline());
        assertThat(read(EMPTY)).isEqualTo(Baseline.EMPTY);
        assertThat(read(TEXT.replace("\n", "\r\n"))).isEqualTo(baseline());
        assertThat(read(TEXT.replaceAll("\\s*\n\\s*", " "))).isEqualTo(baseline());
    }

    /** Neither can be mistaken for anything else, and both come from hands. */
    @Test
    void commentsAndTrailingCommasAreLetThrough() throws InvalidYaml {
        assertThat(read(TEXT.replace("\n  ]", ",\n  ]"))).isEqualTo(baseline());
        assertThat(read("# ours\n" + TEXT)).isEqualTo(baseline());
    }

    @Test
    void takesAnySubject() throws InvalidYaml {
        Random random = new Random(4);
        String letters = "ab {}\"\\:#'&*!|>%@`,[]?-\u0000\n\t\u0085\u00e9\u202e\ufeff\uffff\ufffe\ud83d\ude00\ud800~()";
        for (int i = 0; i < 2000; i++) {
            StringBuilder subject = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                subject.append(letters.charAt(random.nextInt(letters.length())));
            }
            SortedMap<Entry, Integer> accepted = new TreeMap<>();
            accepted.put(new Entry(new Fingerprint("any-of", "a.B", "m", subject.toString()), Severity.INFO), i + 1);
            assertThat(read(BaselineText.of(new Baseline(accepted)))).isEqualTo(new Baseline(accepted));
        }
    }

    @Test
    void isNotReadWhenCutOff() {
        Refusals.checkCuts(TEXT, BaselineTextTest::read);
    }

    static Stream<Arguments> broken() {
        String restore = "; restore the file from version control, or take either side of the merge";
        return Stream.of(
                Arguments.of("empty", "", "b:1:1: the file is empty" + restore),
                Arguments.of("blank", " \n\n", "the file is empty" + restore),
                Arguments.of(
                        "conflict",
                        TEXT.replace(
                                "      \"count\": 12\n",
                                "<<<<<<< HEAD\n      \"count\": 12\n=======\n      \"count\": 11\n>>>>>>> other\n"),
                        "b:19:1: the merge conflict is not solved: there is a marker `<<<<<<<`" + restore),
                Arguments.of("cut off", TEXT.substring(0, 120), "this is no JSON: "),
                Arguments.of("more behind it", TEXT + "}", "this is no JSON: "),
                Arguments.of("two documents", TEXT + "---\n" + TEXT, "this is no JSON: "),
                Arguments.of(
                        "twice a key",
                        TEXT.replace("\"count\": 12", "\"count\": 12, \"count\": 13"),
                        "b:19:20: the key `count` is there twice" + restore),
                Arguments.of(
                        "twice an entry",
                        TEXT.replace("\"random-value\"", "\"wall-clock\"")
                                .replace("UUID.randomUUID", "Instant.now")
                                .replace("\"warning\"", "\"error\""),
                        "b:21:5: the entry is there twice" + restore),
                Arguments.of(
                        "another version",
                        TEXT.replace("Version\": 1", "Version\": 2"),
                        "b:3:20: the file has version `2` of the format, and this version of replay-lint reads `1`; use the"
                                + " version that wrote it"),
                Arguments.of(
                        "no version", TEXT.replace("  \"formatVersion\": 1,\n", ""), "b:1:1: the key `formatVersion`"),
                Arguments.of(
                        "another format",
                        TEXT.replace("replay-lint-baseline", "detekt"),
                        "b:2:13: the format is `detekt`, so this is no baseline" + restore),
                Arguments.of("another file", "{\"findings\": []}", "b:1:2: a baseline has no key `findings`" + restore),
                Arguments.of("a list", "[]", "b:1:1: a baseline is an object"),
                Arguments.of("a text", "\"a\"", "b:1:1: a baseline is an object"),
                Arguments.of("an unknown key", TEXT.replace("\"subject\"", "\"topic\""), "an entry has no key `topic`"),
                Arguments.of(
                        "a missing key", TEXT.replace("\"rule\": \"random-value\",", ""), "the key `rule` is missing"),
                Arguments.of("no severity", TEXT.replace("\"warning\"", "\"WARNING\""), "`WARNING` is no severity"),
                Arguments.of("no number", TEXT.replace("12", "\"12\""), "b:19:16: `count` is a number from 1"),
                Arguments.of("zero", TEXT.replace("12", "0"), "`count` is a number from 1"),
                Arguments.of("negative", TEXT.replace("12", "-2"), "`count` is a number from 1"),
                Arguments.of("large", TEXT.replace("12", "99999999999"), "`count` is a number from 1"),
                Arguments.of("a number for a text", TEXT.replace("\"quote\"", "7"), "`member` is a text"),
                Arguments.of("null", TEXT.replace("\"quote\"", "null"), "`member` is a text"),
                Arguments.of("single quotes", TEXT.replace("\"quote\"", "'quote'"), "this is no JSON: texts stand in"),
                Arguments.of("no quotes", TEXT.replace("\"quote\"", "quote"), "this is no JSON: texts stand in"),
                Arguments.of(
                        "keys without quotes", TEXT.replace("\"count\"", "count"), "this is no JSON: texts stand in"),
                Arguments.of(
                        "YAML", "format: replay-lint-baseline\nformatVersion: 1\naccepted: []\n", "this is no JSON: "),
                Arguments.of("an anchor", TEXT.replace("\"quote\"", "&a \"quote\""), "anchors and aliases"),
                Arguments.of("a tag", TEXT.replace("\"quote\"", "!!binary \"quote\""), "tags such as"),
                Arguments.of(
                        "a cut escape",
                        TEXT.substring(0, TEXT.indexOf("\\u0000") + 2),
                        "b:9:27: this is no JSON: an escape is cut off in a text" + restore),
                Arguments.of("deep", "[".repeat(20_000), "b:"),
                Arguments.of("huge", EMPTY + " ".repeat(1 << 24), "b:1:1: the file is larger than 16 MiB"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void saysWhereAFileIsNoBaseline(String name, String text, String message) {
        Refusals.check(text, "b", message, BaselineTextTest::read);
    }

    @Test
    void isUtf8() {
        byte[] latin = TEXT.replace("quote", "qu\u00e9te").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(assertThrows(InvalidYaml.class, () -> BaselineText.read(latin)))
                .hasMessageThat()
                .startsWith("the file is not UTF-8");
    }

    @Test
    void theSchemaHoldsForWhatIsWritten() throws IOException {
        assertThat(schemaProblems(TEXT)).isEmpty();
        assertThat(schemaProblems(EMPTY)).isEmpty();
    }

    @Test
    void thePageShowsABaseline() throws IOException, InvalidYaml {
        String page = Files.readString(Path.of("..", "docs", "baseline.md"));
        int start = page.indexOf("```json\n") + "```json\n".length();
        String shown = page.substring(start, page.indexOf("```", start));
        assertThat(BaselineText.of(read(shown))).isEqualTo(shown);
        assertThat(schemaProblems(shown)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatTheReaderRefuses() throws IOException {
        List<String> accepted = new ArrayList<>();
        for (String text : List.of(
                TEXT.replace("Version\": 1", "Version\": 2"),
                TEXT.replace("replay-lint-baseline", "detekt"),
                TEXT.replace("\"subject\"", "\"topic\""),
                TEXT.replace("\"rule\": \"random-value\",", ""),
                TEXT.replace("\"warning\"", "\"WARNING\""),
                TEXT.replace("12", "\"12\""),
                TEXT.replace("12", "0"),
                TEXT.replace("12", "99999999999"),
                TEXT.replace("\"quote\"", "null"),
                "[]")) {
            if (schemaProblems(text).isEmpty()) {
                accepted.add(text);
            }
        }
        assertThat(accepted).isEmpty();
    }

    private static List<?> schemaProblems(String text) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA))
                .validate(text, InputFormat.JSON);
    }
}
