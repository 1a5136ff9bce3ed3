package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the pages say of goals, parameters and files, against the descriptor that the build has just made. */
final class DocsTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path DESCRIPTOR = Path.of("target", "classes", "META-INF", "maven", "plugin.xml");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```");
    private static final Pattern PROPERTY = Pattern.compile("-D(replay-lint[\\w.-]*)");
    private static final Pattern NAMED = Pattern.compile("`(replay-lint(?:\\.[A-Za-z]+)+)`");
    private static final Pattern GOAL =
            Pattern.compile("(?:mvn [^`\n]*|`)replay-lint(?:-maven-plugin:[\\w.-]+)?:([a-z][a-z-]*)");
    private static final Pattern FORMATS = Pattern.compile("-Dreplay-lint\\.formats=([a-z,]+)");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            List<Path> pages = new ArrayList<>(
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList());
            pages.add(Path.of("..", "README.md"));
            return pages;
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Document descriptor() throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(DESCRIPTOR.toFile());
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Set<String> goals() throws Exception {
        Set<String> goals = new TreeSet<>();
        for (Element goal : elements(descriptor().getElementsByTagName("goal"))) {
            if (goal.getParentNode().getNodeName().equals("mojo")) {
                goals.add(goal.getTextContent());
            }
        }
        return goals;
    }

    private static Set<String> properties() throws Exception {
        Set<String> properties = new TreeSet<>();
        for (Element configuration : elements(descriptor().getElementsByTagName("configuration"))) {
            properties.addAll(all(Pattern.compile("\\$\\{(replay-lint[\\w.]*)\\}"), configuration.getTextContent()));
        }
        return properties;
    }

    @Test
    void parametersInThePagesExist() throws Exception {
        Set<String> known = properties();
        assertThat(known).contains("replay-lint.failOn");
        for (Path page : pages()) {
            String text = Files.readString(page);
            assertWithMessage(page.toString()).that(known).containsAtLeastElementsIn(all(PROPERTY, text));
        }
    }

    @Test
    void goalsInThePagesExist() throws Exception {
        Set<String> known = goals();
        assertThat(known).contains("check");
        for (Path page : pages()) {
            String text = Files.readString(page);
            assertWithMessage(page.toString()).that(known).containsAtLeastElementsIn(all(GOAL, text));
        }
    }

    @Test
    void everyGoalAndParameterIsDescribed() throws Exception {
        String page = Files.readString(DOCS.resolve("maven.md"));
        assertThat(all(NAMED, page)).containsAtLeastElementsIn(properties());
        for (String goal : goals()) {
            assertThat(page).contains("\n## `replay-lint:" + goal + "`\n");
        }
    }

    @Test
    void formatsInThePagesExist() throws Exception {
        for (Path page : pages()) {
            for (String formats : all(FORMATS, Files.readString(page))) {
                assertWithMessage(page + ": " + formats)
                        .that(OutputFiles.of(List.of(formats.split(",")), FailOn.NEVER, false)
                                .isEmpty())
                        .isFalse();
            }
        }
    }

    @Test
    void everyFormatIsDescribedWithItsFile() throws Exception {
        String page = Files.readString(DOCS.resolve("outputs.md"));
        List<String> rows = OutputFiles.names().entrySet().stream()
                .map(f -> "| `" + f.getKey() + "` | `" + f.getValue() + "` |")
                .toList();
        assertThat(rows).hasSize(7);
        rows.forEach(r -> assertThat(page).contains("\n" + r));
    }

    @Test
    void filesInSnippetsAreWritten() throws IOException {
        Pattern file = Pattern.compile("target/replay-lint/([\\w.-]+\\.\\w+)");
        Set<String> files = all(file, Files.readString(DOCS.resolve("pull-requests.md")));
        assertThat(files).contains("replay-lint.sarif");
        assertThat(OutputFiles.names().values()).containsAtLeastElementsIn(files);
    }

    @Test
    void snippetsInYamlAreYaml() throws IOException {
        int snippets = 0;
        for (Path page : pages()) {
            Matcher block = BLOCK.matcher(Files.readString(page));
            while (block.find()) {
                if (block.group(1).matches("ya?ml")) {
                    snippets++;
                    LoadSettings settings =
                            LoadSettings.builder().setLabel(page.toString()).build();
                    assertWithMessage(page.toString())
                            .that(new Compose(settings).composeString(block.group(2)))
                            .isPresent();
                }
            }
        }
        assertThat(snippets).isAtLeast(5);
    }
}
