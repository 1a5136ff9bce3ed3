package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.yaml.InvalidYaml;
import dev.replaylint.yaml.YamlDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation tells people to type exists. */
final class SnippetsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DESCRIPTOR = Path.of("target", "classes", "META-INF", "maven", "plugin.xml");
    private static final Pattern PARAMETER = Pattern.compile("-D(replay-lint\\.[A-Za-z]+(?:\\.[A-Za-z]+)*)");
    private static final Pattern GOAL = Pattern.compile("\\breplay-lint:([a-z][a-z-]*)\\b(?!-)");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            docs.filter(f -> f.toString().endsWith(".md")))
                    .toList();
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void parametersExist() throws IOException {
        Set<String> known = all(Pattern.compile("\\$\\{(replay-lint\\.[A-Za-z.]+)}"), Files.readString(DESCRIPTOR));
        assertThat(known).contains("replay-lint.failOn");
        for (Path page : pages()) {
            Set<String> named = all(PARAMETER, Files.readString(page));
            named.removeAll(known);
            assertWithMessage(page.toString()).that(named).isEmpty();
        }
    }

    @Test
    void goalsExist() throws IOException {
        Set<String> known = all(Pattern.compile("<goal>([a-z-]+)</goal>"), Files.readString(DESCRIPTOR));
        assertThat(known).contains("check");
        for (Path page : pages()) {
            Set<String> named = all(Pattern.compile("mvn(?: -[^ `]+)* " + GOAL.pattern()), Files.readString(page));
            named.removeAll(known);
            assertWithMessage(page.toString()).that(named).isEmpty();
        }
    }

    @Test
    void yamlIsYaml() throws IOException, InvalidYaml {
        int blocks = 0;
        for (Path page : pages()) {
            for (String block : all(YAML, Files.readString(page))) {
                assertWithMessage(page.toString())
                        .that(YamlDocument.read(block.getBytes(StandardCharsets.UTF_8)))
                        .isNotEqualTo(java.util.Optional.empty());
                blocks++;
            }
        }
        assertThat(blocks).isAtLeast(4);
    }
}
