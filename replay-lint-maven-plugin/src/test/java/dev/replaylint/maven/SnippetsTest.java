package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.ConfigurationReader;
import dev.replaylint.ReplayLint;
import dev.replaylint.manifest.ManifestFile;
import dev.replaylint.maven.Pages.Snippet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.w3c.dom.Element;

/** Every block in the pages is tried out by some test. */
final class SnippetsTest {

    /** Who else tries out what; `xml`, `yaml`, `json` and commands are tried out here. */
    private static final Set<String> ELSEWHERE = Set.of(
            // Fixtures, SuppressingTest, and the integration test getting-started.
            "java",
            // The integration tests pull-request and of the SpotBugs plugin, and its PageTest.
            "groovy",
            "sh",
            "kotlin",
            // What is printed.
            "");

    private static final Pattern KEYS = Pattern.compile("(?m)^(\\w+):");
    private static final Set<String> CONFIGURATION =
            Set.of("severities", "effects", "budget", "exclude", "requireManifest", "manifest");
    private static final Set<String> PHASES = Set.of("verify", "site", "test", "compile", "clean");

    static Stream<Snippet> xml() throws Exception {
        return Pages.snippets("xml").stream();
    }

    static Stream<Snippet> yaml() throws Exception {
        return Pages.snippets("yaml").stream();
    }

    @TempDir
    private Path directory;

    @Test
    void thereIsNoBlockThatNothingTriesOut() throws Exception {
        for (Snippet snippet : Pages.snippets()) {
            assertWithMessage(snippet.toString())
                    .that(ELSEWHERE.contains(snippet.language())
                            || Set.of("xml", "yaml", "json").contains(snippet.language()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("xml")
    void partsOfPomsNameWhatIsThere(Snippet snippet) throws Exception {
        Element root = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        ("<root>" + snippet.text() + "</root>").getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        Descriptor descriptor = Descriptor.read();
        for (Element plugin : Descriptor.elements(root.getElementsByTagName("plugin"))) {
            if (text(plugin, "groupId").equals(List.of("dev.replaylint"))) {
                assertThat(text(plugin, "version")).containsExactly(descriptor.version());
                assertThat(List.of("replay-lint-maven-plugin", "replay-lint-spotbugs"))
                        .containsAtLeastElementsIn(text(plugin, "artifactId"));
                assertThat(descriptor.goals()).containsAtLeastElementsIn(text(plugin, "goal"));
                assertThat(descriptor.goals()).containsAtLeastElementsIn(text(plugin, "report"));
                for (Element configuration : Descriptor.elements(plugin.getElementsByTagName("configuration"))) {
                    assertThat(descriptor.parameters())
                            .containsAtLeastElementsIn(Descriptor.elements(configuration.getChildNodes()).stream()
                                    .map(Element::getNodeName)
                                    .toList());
                }
            }
        }
    }

    private static List<String> text(Element element, String name) {
        return Descriptor.elements(element.getElementsByTagName(name)).stream()
                .map(Element::getTextContent)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void yamlIsReadByItsReader(Snippet snippet) throws Exception {
        Set<String> keys = Pages.all(KEYS, snippet.text());
        if (keys.contains("handlers")) {
            assertThat(ManifestFile.read(snippet.text().getBytes(StandardCharsets.UTF_8), snippet.toString()))
                    .isNotNull();
        } else if (!keys.isEmpty() && CONFIGURATION.containsAll(keys)) {
            Path file = Files.writeString(directory.resolve("replay-lint.yml"), snippet.text());
            assertThat(ConfigurationReader.read(Optional.of(file), List.of(), List.of()))
                    .isNotNull();
        } else {
            // Of build servers: what they run is looked at with all commands.
            assertThat(List.of("pull-requests.md", "build-cache.md"))
                    .contains(snippet.page().getFileName().toString());
            assertThat(composed(snippet)).isTrue();
        }
    }

    @Test
    void jsonIsJson() throws Exception {
        List<Snippet> snippets = Pages.snippets("json");
        assertThat(snippets).isNotEmpty();
        for (Snippet snippet : snippets) {
            assertWithMessage(snippet.toString()).that(composed(snippet)).isTrue();
        }
    }

    private static boolean composed(Snippet snippet) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(snippet.toString()).build();
        return new Compose(settings).composeString(snippet.text()).isPresent();
    }

    /** Commands: lines that start with it, after what build servers put before them. */
    private static List<String> commands() throws Exception {
        Pattern command = Pattern.compile("(?m)^[ -]*(?:- run: |sh ')?mvn (.*?)'?$|`mvn ([^`]+)`");
        List<String> commands = new ArrayList<>();
        for (Path page : Pages.all()) {
            command.matcher(Files.readString(page))
                    .results()
                    .forEach(r -> commands.add(r.group(1) == null ? r.group(2) : r.group(1)));
        }
        return commands;
    }

    @Test
    void commandsNameGoalsPhasesAndVersionsThatExist() throws Exception {
        Descriptor descriptor = Descriptor.read();
        String plugin = "dev.replaylint:replay-lint-maven-plugin:" + descriptor.version() + ":";
        Set<String> known = new TreeSet<>(PHASES);
        descriptor.goals().forEach(g -> known.addAll(List.of("replay-lint:" + g, plugin + g)));
        known.add("spotbugs:check");
        List<String> commands = commands();
        assertThat(commands.size()).isAtLeast(20);
        for (String command : commands) {
            for (String word : words(command)) {
                assertWithMessage("mvn " + command).that(known).contains(word);
            }
        }
    }

    /** Goals and phases of a command: what is no option, and not what `-pl` selects. */
    private static List<String> words(String command) {
        String plain = command.replaceAll("\"[^\"]*\"", "x")
                .replaceAll("-(?:pl|rf|f) (?:\\$\\{\\{[^}]*\\}\\}|\\S+)", "")
                .replaceAll("[|<>].*", "");
        return Stream.of(plain.split("\\s+"))
                .filter(w -> !w.isEmpty() && !w.startsWith("-"))
                .toList();
    }

    @Test
    void typesOfBugsAreThoseOfRules() throws Exception {
        Set<String> known = new TreeSet<>(Set.of("SAFETY"));
        ReplayLint.ruleNames().forEach(r -> known.add(r.replace('-', '_').toUpperCase(Locale.ROOT)));
        Set<String> named = new TreeSet<>();
        for (Path page : Pages.all()) {
            named.addAll(Pages.all(Pattern.compile("REPLAY_([A-Z_]*[A-Z])"), Files.readString(page)));
        }
        assertThat(named).contains("WALL_CLOCK");
        assertThat(known).containsAtLeastElementsIn(named);
    }

    @Test
    void theOtherMavenIsAPropertyOfTheBuild() throws Exception {
        String property = "replay-lint.it.mavenHome";
        assertThat(Files.readString(Path.of("..", "CONTRIBUTING.md"))).contains("-D" + property + "=");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<mavenHome>${" + property + "}</mavenHome>");
    }
}
