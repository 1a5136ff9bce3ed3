package dev.replaylint.report;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What viewers of SARIF show of rules. */
final class SarifRulesTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final String SITE = "https://replaylint.dev/";

    /** GitHub's limits. */
    private static final int LONGEST = 1024;

    private static final int MOST_TAGS = 20;

    private static JsonNode driver() throws IOException {
        StringBuilder out = new StringBuilder();
        new SarifWriter()
                .write(
                        new Report(List.of(), SampleReport.clean().coverage(), List.of(), Rules.infos()),
                        SampleReport.CONTEXT,
                        out);
        return new ObjectMapper().readTree(out.toString()).at("/runs/0/tool/driver");
    }

    static Stream<JsonNode> rules() throws IOException {
        return driver().get("rules").valueStream();
    }

    @Test
    void theVersionCanBeCompared() throws IOException {
        assertThat(driver().get("semanticVersion").asString()).isEqualTo("0.1.0");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void descriptionsAreShortAndNotTheSame(JsonNode rule) {
        String summary = rule.at("/shortDescription/text").asString();
        String description = rule.at("/fullDescription/text").asString();
        assertThat(summary.length()).isAtMost(LONGEST);
        assertThat(description.length()).isIn(com.google.common.collect.Range.closed(20, LONGEST));
        assertThat(description).isNotEqualTo(summary);
        assertThat(description).doesNotContain("](");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void linksInTheHelpAreAddressesOfPagesThatExist(JsonNode rule) {
        Matcher link = Pattern.compile("\\]\\(([^)#]*)[^)]*\\)")
                .matcher(rule.at("/help/markdown").asString());
        int links = 0;
        while (link.find()) {
            links++;
            assertThat(link.group(1)).startsWith(SITE);
            assertWithMessage(link.group(1))
                    .that(Files.exists(DOCS.resolve(link.group(1).substring(SITE.length()) + ".md")))
                    .isTrue();
        }
        assertThat(links).isAtLeast(1);
        assertThat(rule.get("helpUri").asString())
                .isEqualTo(SITE + "rules/" + rule.get("id").asString());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void helpIsThereForViewersThatShowNoMarkdown(JsonNode rule) {
        String help = rule.at("/help/text").asString();
        assertThat(help).startsWith("What it reports\n\n");
        assertThat(help).contains("\nUse instead\n");
        assertThat(help).doesNotContain("](");
        assertThat(help).doesNotContain("```");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRestIsWhatCodeHostsKnow(JsonNode rule) {
        assertThat(rule.at("/defaultConfiguration/level").asString()).isIn(List.of("error", "warning", "note"));
        assertThat(rule.at("/properties/precision").asString()).isIn(List.of("high", "medium"));
        assertThat(rule.at("/properties/problem.severity").asString())
                .isIn(List.of("error", "warning", "recommendation"));
        assertThat(rule.at("/properties/tags").size()).isAtMost(MOST_TAGS);
    }
}
