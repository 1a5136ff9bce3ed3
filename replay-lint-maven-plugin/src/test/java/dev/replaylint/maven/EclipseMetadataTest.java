package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What Eclipse is told of the goals; it marks POMs that have goals of which it is told nothing. */
final class EclipseMetadataTest {

    private static final String METADATA = "/META-INF/m2e/lifecycle-mapping-metadata.xml";
    private static final String DESCRIPTOR = "/META-INF/maven/plugin.xml";

    private static Document parse(String resource) throws Exception {
        try (InputStream in = EclipseMetadataTest.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is missing");
            }
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in);
        }
    }

    private static List<String> goals(String resource, String parent) throws Exception {
        List<String> goals = new ArrayList<>();
        NodeList nodes = parse(resource).getElementsByTagName("goal");
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i).getParentNode().getNodeName().equals(parent)) {
                goals.add(nodes.item(i).getTextContent());
            }
        }
        return goals;
    }

    @Test
    void namesEveryGoalOnce() throws Exception {
        List<String> goals = goals(METADATA, "goals");
        assertThat(goals).contains("check");
        assertThat(goals).isInStrictOrder();
        assertThat(goals).containsExactlyElementsIn(goals(DESCRIPTOR, "mojo"));
    }

    @Test
    void everyGoalIsIgnored() throws Exception {
        NodeList actions = parse(METADATA).getElementsByTagName("action");
        assertThat(actions.getLength()).isEqualTo(1);
        List<String> names = new ArrayList<>();
        for (Node node = actions.item(0).getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                names.add(element.getTagName());
            }
        }
        assertThat(names).containsExactly("ignore");
    }
}
