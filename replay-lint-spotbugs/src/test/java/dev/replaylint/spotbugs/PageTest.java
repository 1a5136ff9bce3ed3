package dev.replaylint.spotbugs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page says to put into a POM is in the POM of an integration test; what else it names is there. */
final class PageTest {

    private static final Path PAGE = Path.of("..", "docs", "spotbugs.md");
    private static final Path GRADLE = Path.of("..", "docs", "gradle.md");
    private static final Path PROJECTS = Path.of("src", "it");

    @Test
    void partsOfPomsAreThoseOfTheIntegrationTests() throws IOException {
        List<String> blocks = Pattern.compile("(?s)```xml\n(.*?)```")
                .matcher(Files.readString(PAGE))
                .results()
                .map(r -> plain(r.group(1)))
                .toList();
        assertThat(blocks).hasSize(3);
        String poms = plain(poms());
        for (String block : blocks) {
            assertWithMessage("POMs of " + PROJECTS).that(poms).contains(block);
        }
    }

    private static String poms() throws IOException {
        StringBuilder poms = new StringBuilder();
        try (Stream<Path> files = Files.walk(PROJECTS, 2)) {
            for (Path pom : files.filter(f -> f.endsWith("pom.xml")).sorted().toList()) {
                poms.append(Files.readString(pom));
            }
        }
        return poms.toString();
    }

    /** Without indentation, and without our version. */
    private static String plain(String xml) {
        return xml.replaceAll("\\s*\n\\s*", "\n")
                .replaceAll("(<artifactId>replay-lint-spotbugs</artifactId>\n<version>)[^<]*", "$1");
    }

    @Test
    void systemPropertiesAreThoseThatAreRead() throws IOException {
        for (Path page : List.of(PAGE, GRADLE)) {
            assertThat(named("replaylint\\.[a-z]+", page)).containsExactly("replaylint.config", "replaylint.manifest");
        }
    }

    @Test
    void gradleIsToldOfThisPluginAndItsDetector() throws IOException {
        assertThat(named("dev\\.replaylint:[^:\"]+", GRADLE)).containsExactly("dev.replaylint:replay-lint-spotbugs");
        List<String> detectors = named("(?<=visitors = listOf\\(\")\\w+", GRADLE);
        assertThat(detectors).containsExactly(ReplayDetector.class.getSimpleName());
    }

    private static List<String> named(String pattern, Path page) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(page))
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }
}
