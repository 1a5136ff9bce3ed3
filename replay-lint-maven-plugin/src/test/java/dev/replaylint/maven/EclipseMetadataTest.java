package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What Eclipse is told of the goals; it marks POMs that have goals of which it is told nothing. */
final class EclipseMetadataTest {

    /** What the jar is made of. */
    private static final Path CLASSES = Path.of("target", "classes");

    private static Document metadata() throws Exception {
        return Xml.parse(CLASSES.resolve("META-INF/m2e/lifecycle-mapping-metadata.xml"));
    }

    private static List<String> goals(Document document, String parent) {
        return Xml.elements(document, "goal").stream()
                .filter(g -> g.getParentNode().getNodeName().equals(parent))
                .map(Element::getTextContent)
                .toList();
    }

    @Test
    void namesEveryGoalOnce() throws Exception {
        List<String> goals = goals(metadata(), "goals");
        assertThat(goals).contains("check");
        assertThat(goals).isInStrictOrder();
        assertThat(goals)
                .containsExactlyElementsIn(goals(Xml.parse(CLASSES.resolve("META-INF/maven/plugin.xml")), "mojo"));
    }

    @Test
    void everyGoalIsIgnored() throws Exception {
        List<String> actions = Xml.elements(metadata(), "action").stream()
                .flatMap(a -> Xml.elements(a, "*").stream())
                .map(Element::getTagName)
                .toList();
        assertThat(actions).containsExactly("ignore");
    }
}
