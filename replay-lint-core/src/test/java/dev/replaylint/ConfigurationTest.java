package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.replaylint.rule.Severity;
import dev.replaylint.testing.SchemaCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can stand in {@code replay-lint.yml}: the reader, the schema and the page agree. */
final class ConfigurationTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final Pattern NAMES = Pattern.compile("(\"propertyNames\": \\{ \"enum\": \\[)([^\\]]*)(] })");

    @TempDir
    private Path directory;

    @Test
    void theExampleOfThePageIsRead() throws Exception {
        String example = yaml(Files.readString(PAGE));
        Configuration configuration = read(example);
        assertThat(configuration.severities())
                .containsExactly("replay-logging", Optional.empty(), "wall-clock", Optional.of(Severity.WARNING));
        assertThat(configuration.effects()).containsExactly("io-write com.acme.ledger.Ledger#post");
        assertThat(configuration.budget().of("shop.NightlyHandler")).isEqualTo(3_000);
        assertThat(configuration.budget().of("shop.OrderHandler")).isEqualTo(2_000);
        assertThat(configuration.exclusions().reasons()).containsExactly("shop.DemoHandler", "never deployed");
        assertThat(configuration.manifest().required()).isTrue();
        assertThat(configuration.manifest().handlers()).containsKey("shop.OrderHandler");
        assertThat(SchemaCheck.CONFIGURATION.problems(example)).isEmpty();
    }

    @Test
    void everyKeyIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        String schema = Files.readString(SchemaCheck.CONFIGURATION.file());
        for (String key : List.of("severities", "effects", "exclude", "requireManifest")) {
            assertThat(page).contains("| `" + key + "` |");
            assertThat(schema).contains("\"" + key + "\": {");
        }
        for (String key : List.of("budget.operations", "budget.handlers", "manifest.severity", "manifest.handlers")) {
            assertThat(page).contains("| `" + key + "` |");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "severity: {} | 1:1: there is no key `severity`; did you mean `severities`?",
                "severities: {wall-clok: off} | 1:14: there is no rule `wall-clok`; did you mean `wall-clock`?",
                "severities: {wall-clock: warn} | 1:26: there is no severity `warn`",
                "severities: [wall-clock] | 1:13: severities must be a mapping",
                "effects: io-write | 1:10: effects must be a list of catalogue lines",
                "effects: [[a]] | 1:11: a catalogue line must be a text",
                "manifest: {handler: {}} | 1:12: there is no key `handler`; did you mean `handlers`?",
                "requireManifest: perhaps | 1:18: requireManifest must be true or false",
                "[severities] | 1:1: the configuration must be a mapping",
            })
    void mistakesAreToldWithTheirPlace(String text, String message) {
        var invalid = assertThrows(ConfigurationReader.Invalid.class, () -> read(text));
        assertThat(invalid).hasMessageThat().startsWith(directory.resolve("replay-lint.yml") + ":");
        assertThat(invalid).hasMessageThat().contains(message);
        assertWithMessage("the schema")
                .that(SchemaCheck.CONFIGURATION.problems(text))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!javax.script.ScriptEngineManager []",
                "severities: &a {wall-clock: off}\nseverities: *a",
                "severities: {wall-clock: off}\n---\nseverities: {}",
                "severities:\n\twall-clock: off",
                "budget: {operations: 1",
            })
    void whatIsNoPlainDataIsRefused(String text) {
        var invalid = assertThrows(ConfigurationReader.Invalid.class, () -> read(text));
        assertThat(invalid).hasMessageThat().contains("replay-lint.yml:");
    }

    @Test
    void anEmptyFileChangesNothing() throws Exception {
        assertThat(read("")).isEqualTo(Configuration.defaults());
        assertThat(read("# nothing yet\n")).isEqualTo(Configuration.defaults());
    }

    @Test
    void theSchemaKnowsTheRules() throws IOException {
        Path file = SchemaCheck.CONFIGURATION.file();
        String schema = Files.readString(file);
        String names = ReplayLint.ruleNames().stream()
                .map(n -> "\n          \"" + n + "\"")
                .collect(Collectors.joining(","));
        Matcher matcher = NAMES.matcher(schema);
        assertThat(matcher.find()).isTrue();
        String expected = matcher.replaceFirst(
                Matcher.quoteReplacement(matcher.group(1) + names + "\n      " + matcher.group(3)));
        if (Boolean.getBoolean("bless")) {
            Files.writeString(file, expected);
        }
        assertWithMessage("docs/replay-lint.schema.json; run the test with -Dbless=true to write it")
                .that(Files.readString(file))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop/[a", "shop/{a,b", "shop/{a,{b}}", "shop\\", "[b-a]"})
    void aGlobThatIsNoneIsNamedWithItsParameter(String glob) {
        var included = assertThrows(
                ConfigurationReader.Invalid.class,
                () -> ConfigurationReader.read(Optional.empty(), List.of("shop/**", glob), null));
        assertThat(included)
                .hasMessageThat()
                .startsWith("replay-lint.includes has the glob `" + glob + "`, which is none: ");
        assertThat(included)
                .hasMessageThat()
                .endsWith("; write `*` for a part of a name and `**` for any, as in `shop/legacy/**`");
        assertThat(included).hasMessageThat().doesNotContain("\n");
        var excluded = assertThrows(
                ConfigurationReader.Invalid.class,
                () -> ConfigurationReader.read(Optional.empty(), null, List.of(glob)));
        assertThat(excluded).hasMessageThat().startsWith("replay-lint.excludes has the glob `" + glob + "`");
    }

    private Configuration read(String text) throws ConfigurationReader.Invalid, IOException {
        Path file = Files.writeString(directory.resolve("replay-lint.yml"), text);
        return ConfigurationReader.read(Optional.of(file), List.of(), List.of());
    }

    private static String yaml(String page) {
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        return page.substring(start, page.indexOf("```", start));
    }
}
