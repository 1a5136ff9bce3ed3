package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The configuration of the build cache that users are told to write, which the integration test runs with. */
final class BuildCacheTest {

    private static final Path CONFIGURATION =
            Path.of("src", "it", "build-cache", ".mvn", "maven-build-cache-config.xml");
    private static final Path PAGE = Path.of("..", "docs", "build-cache.md");

    private static final String PROPERTY =
            "<maven.build.cache.input.1>${maven.multiModuleProjectDirectory}/replay-lint.yml</maven.build.cache.input.1>";

    /** They decide how often, how much and to whom something is said. */
    private static final Set<String> NO_INPUTS = Set.of("github", "incremental", "maxFindings");

    @Test
    void usersAreToldWhatIsTested() throws Exception {
        String page = Files.readString(PAGE);
        assertThat(page).contains("```xml\n" + Files.readString(CONFIGURATION) + "```\n");
        String pom = Files.readString(Path.of("src", "it", "build-cache", "pom.xml"));
        assertThat(page).contains("\n      " + PROPERTY + "\n");
        assertThat(pom).contains("\n    " + PROPERTY + "\n");
    }

    @Test
    void everyParameterThatDecidesIsCompared() throws Exception {
        Set<String> expected = new TreeSet<>(Xml.parameters("check"));
        expected.removeAll(NO_INPUTS);
        List<String> compared = Xml.elements(Xml.parse(CONFIGURATION), "reconcile").stream()
                .map(r -> r.getAttribute("propertyName"))
                .filter(n -> !n.isEmpty())
                .toList();
        assertThat(compared).containsExactlyElementsIn(expected);
    }
}
