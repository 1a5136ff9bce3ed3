package dev.replaylint.spotbugs;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each module brings to its users is committed beside it, in {@code dependencies.txt}, so that a review sees what a new version of
 * a dependency brings. Run with {@code -Dbless=true} to write the files.
 */
final class DependenciesIT {

    private static final String MAVEN = "pkg:maven/";

    @ParameterizedTest
    @ValueSource(strings = {"replay-lint-core", "replay-lint-maven-plugin", "replay-lint-spotbugs"})
    void theBillOfMaterialsIsWhatIsCommitted(String module) throws IOException {
        Path directory = Path.of("..", module);
        Path committed = directory.resolve("dependencies.txt");
        Path bom = directory.resolve("target/bom.json");
        assumeTrue(Files.exists(bom), "Maven makes no bill of materials offline");
        List<String> actual = components(bom);
        if (Boolean.getBoolean("bless")) {
            Files.write(committed, actual);
        }
        assertWithMessage("%s; run the test with -Dbless=true to write it", committed)
                .that(Files.readAllLines(committed))
                .containsExactlyElementsIn(actual)
                .inOrder();
    }

    /** Group, artifact and version of each component, sorted; those of this build without the version. */
    private static List<String> components(Path bom) throws IOException {
        List<String> components = new ArrayList<>();
        for (JsonElement component :
                JsonParser.parseString(Files.readString(bom)).getAsJsonObject().getAsJsonArray("components")) {
            String url = component.getAsJsonObject().get("purl").getAsString();
            String name = url.substring(MAVEN.length(), url.indexOf('?'))
                    .replace('/', ':')
                    .replace('@', ':');
            components.add(name.startsWith("dev.replaylint:") ? name.substring(0, name.lastIndexOf(':')) : name);
        }
        return components.stream().sorted().toList();
    }
}
