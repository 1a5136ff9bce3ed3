package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import dev.replaylint.rules.Rules;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Marker;
import dev.replaylint.testing.Pairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule, page and fixture belong together: each rule has both, each page a rule, and what a page shows is in the fixture. */
final class DocsTest {

    private static final Path PAGES = Path.of("..", "docs", "rules");

    private static final List<String> HEADINGS =
            List.of("What it reports", "Why it matters on replay", "Example", "Use instead", "Limits", "See also");

    static Stream<String> rules() {
        return Rules.infos().stream().map(RuleInfo::name);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void pageHasTheHeadingsInOrder(String rule) throws IOException {
        List<String> lines = Files.readAllLines(page(rule));
        assertThat(lines.get(0)).isEqualTo("# " + rule);
        List<String> headings = lines.stream()
                .filter(l -> l.startsWith("## "))
                .map(l -> l.substring(3))
                .toList();
        assertThat(headings).containsExactlyElementsIn(HEADINGS).inOrder();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void examplesOccurInTheFixtures(String rule) throws IOException {
        String examples = plain(isOfTheManifest(rule) ? pairs() : fixtures(rule));
        List<String> blocks = javaBlocks(Files.readString(page(rule)));
        assertWithMessage("Java blocks of " + rule).that(blocks.size()).isAtLeast(2);
        for (String block : blocks) {
            assertWithMessage(rule).that(examples).contains(plain(block));
        }
    }

    private static String fixtures(String rule) throws IOException {
        StringBuilder fixtures = new StringBuilder();
        String directory = "fixtures/" + rule.replace("-", "").toLowerCase(Locale.ROOT) + "/";
        for (String file : Fixtures.files()) {
            if (file.startsWith(directory)) {
                fixtures.append(Files.readString(Fixtures.sources().resolve(file)));
            }
        }
        return fixtures.toString();
    }

    private static boolean isOfTheManifest(String rule) {
        return Rules.infos().stream()
                .anyMatch(i -> i.name().equals(rule) && i.group().isOfTheManifest());
    }

    private static String pairs() {
        StringBuilder pairs = new StringBuilder();
        Pairs.ALL.forEach(p -> pairs.append(p.before()).append(p.after()));
        return pairs.toString();
    }

    /** What a page on the manifest shows under Example is a change: what was recorded, and what is reported against it. */
    @ParameterizedTest
    @MethodSource("rules")
    void examplesOfChangesAreReported(String rule) throws IOException {
        if (isOfTheManifest(rule)) {
            String page = Files.readString(page(rule));
            List<String> example =
                    javaBlocks(page.substring(page.indexOf("\n## Example\n"), page.indexOf("\n## Use instead\n")));
            assertWithMessage(rule).that(example).hasSize(2);
            assertWithMessage(rule)
                    .that(Pairs.ALL.stream()
                            .filter(p ->
                                    p.expected().stream().anyMatch(e -> e.rule().equals(rule)))
                            .filter(p -> plain(p.before()).contains(plain(example.get(0))))
                            .anyMatch(p -> plain(p.after()).contains(plain(example.get(1)))))
                    .isTrue();
        }
    }

    private static Path page(String rule) {
        return PAGES.resolve(rule + ".md");
    }

    private static List<String> javaBlocks(String page) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = Pattern.compile("(?s)```java\n(.*?)```").matcher(page);
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    /** Without indentation, markers and empty lines. */
    private static String plain(String code) {
        StringBuilder plain = new StringBuilder();
        for (String line : code.split("\n")) {
            String text = Marker.removed(line).strip();
            if (!text.isEmpty()) {
                plain.append(text).append('\n');
            }
        }
        return plain.toString();
    }

    @Test
    void everyPageBelongsToARule() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            List<String> names = pages.map(p -> p.getFileName().toString())
                    .filter(n -> !n.equals("index.md"))
                    .map(n -> n.replace(".md", ""))
                    .sorted()
                    .toList();
            assertThat(names).containsExactlyElementsIn(rules().toList());
        }
    }

    @Test
    void theIndexIsGenerated() throws IOException {
        Path index = PAGES.resolve("index.md");
        String rendered = renderedIndex();
        if (Boolean.getBoolean("bless")) {
            Files.writeString(index, rendered);
        }
        assertWithMessage("docs/rules/index.md; run the test with -Dbless=true to write it")
                .that(Files.exists(index) ? Files.readString(index) : "")
                .isEqualTo(rendered);
    }

    private static String renderedIndex() {
        StringBuilder text = new StringBuilder("# Rules\n\n| Rule | Up to | Since | Reports |\n|---|---|---|---|\n");
        for (RuleInfo rule : Rules.infos()) {
            text.append("| [")
                    .append(rule.name())
                    .append("](")
                    .append(rule.name())
                    .append(".md) | ");
            text.append(rule.severity().label())
                    .append(" | ")
                    .append(rule.since())
                    .append(" | ");
            text.append(rule.summary()).append(" |\n");
        }
        return text.toString();
    }

    @Test
    void theReadmesTableIsGenerated() throws IOException {
        Path readme = Path.of("..", "README.md");
        String text = Files.readString(readme);
        Matcher table =
                Pattern.compile("(?s)(<!-- rules -->\n).*(<!-- /rules -->)").matcher(text);
        assertThat(table.find()).isTrue();
        String rendered =
                table.replaceFirst(r -> Matcher.quoteReplacement(r.group(1) + renderedSummary() + r.group(2)));
        if (Boolean.getBoolean("bless")) {
            Files.writeString(readme, rendered);
        }
        assertWithMessage("README.md; run the test with -Dbless=true to write it")
                .that(Files.readString(readme))
                .isEqualTo(rendered);
    }

    private static String renderedSummary() {
        StringBuilder text = new StringBuilder("| Up to | Rules |\n|---|---|\n");
        for (Severity severity : Severity.values()) {
            String links = Rules.infos().stream()
                    .filter(r -> r.severity() == severity)
                    .map(r -> "[" + r.name() + "](docs/rules/" + r.name() + ".md)")
                    .collect(Collectors.joining(", "));
            text.append("| ")
                    .append(severity.label())
                    .append(" | ")
                    .append(links)
                    .append(" |\n");
        }
        return text.toString();
    }

    /** Also to headings, which code hosts give a name in lower case, without marks, and with hyphens for blanks. */
    @Test
    void linksBetweenPagesLeadSomewhere() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([^)#:]*\\.md|)(#[^)]+)?\\)");
        int links = 0;
        for (Path page : pages()) {
            Matcher matcher = link.matcher(Files.readString(page));
            while (matcher.find()) {
                links++;
                Path target = matcher.group(1).isEmpty()
                        ? page
                        : page.resolveSibling(matcher.group(1)).normalize();
                String place = page + " links to " + matcher.group();
                assertWithMessage(place).that(Files.exists(target)).isTrue();
                if (matcher.group(2) != null) {
                    assertWithMessage(place).that(headings(target)).contains(matcher.group(2));
                }
            }
        }
        assertThat(links).isAtLeast(100);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.walk(PAGES.getParent())) {
            return Stream.concat(
                            pages.filter(p -> p.toString().endsWith(".md")),
                            Stream.of(Path.of("..", "README.md"), Path.of("..", "CONTRIBUTING.md")))
                    .toList();
        }
    }

    private static List<String> headings(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(l -> l.matches("#+ .*"))
                .map(l -> "#"
                        + l.replaceFirst("#+ ", "")
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9 _-]", "")
                                .replace(' ', '-'))
                .toList();
    }
}
