package dev.replaylint.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The plugin's descriptor that the build has just made. */
final class Descriptor {

    private static final Path FILE = Path.of("target", "classes", "META-INF", "maven", "plugin.xml");

    private final Document document;

    private Descriptor(Document document) {
        this.document = document;
    }

    static Descriptor read() throws Exception {
        return new Descriptor(
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(FILE.toFile()));
    }

    static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    String version() {
        return elements(document.getElementsByTagName("version")).get(0).getTextContent();
    }

    Set<String> goals() {
        Set<String> goals = new TreeSet<>();
        for (Element goal : elements(document.getElementsByTagName("goal"))) {
            if (goal.getParentNode().getNodeName().equals("mojo")) {
                goals.add(goal.getTextContent());
            }
        }
        return goals;
    }

    /** What can be configured in a POM. */
    Set<String> parameters() {
        Set<String> parameters = new TreeSet<>();
        for (Element parameter : elements(document.getElementsByTagName("parameter"))) {
            parameters.add(
                    elements(parameter.getElementsByTagName("name")).get(0).getTextContent());
        }
        return parameters;
    }

    /** What can be set on the command line. */
    Set<String> properties() {
        Set<String> properties = new TreeSet<>();
        for (Element configuration : elements(document.getElementsByTagName("configuration"))) {
            properties.addAll(
                    Pages.all(Pattern.compile("\\$\\{(replay-lint[\\w.]*)\\}"), configuration.getTextContent()));
        }
        return properties;
    }
}
