package dev.replaylint.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** XML files as tests ask for them. */
final class Xml {

    private Xml() {}

    static Document parse(Path file) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
    }

    /** Elements of this name, at any depth. */
    static List<Element> elements(Node parent, String name) {
        NodeList nodes = parent instanceof Document document
                ? document.getElementsByTagName(name)
                : ((Element) parent).getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The text of the first element of this name. */
    static String text(Element parent, String name) {
        return elements(parent, name).get(0).getTextContent();
    }

    /** The parameters of a goal that users can set, as the build's descriptor has them. */
    static List<String> parameters(String goal) throws Exception {
        return elements(parse(Path.of("target", "classes", "META-INF", "maven", "plugin.xml")), "mojo").stream()
                .filter(m -> text(m, "goal").equals(goal))
                .flatMap(m -> elements(m, "parameter").stream())
                .filter(p -> text(p, "editable").equals("true"))
                .map(p -> text(p, "name"))
                .toList();
    }
}
