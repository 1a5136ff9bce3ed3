package dev.replaylint.report.ci;

import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.report.ReportWriter;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Documents as their readers see them. */
final class Written {

    private Written() {}

    static String by(ReportWriter writer, Report report, ReportContext context) throws IOException {
        StringBuilder out = new StringBuilder();
        writer.write(report, context, out);
        return out.toString();
    }

    static List<Element> elements(String document, String name) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Document parsed = factory.newDocumentBuilder().parse(new InputSource(new StringReader(document)));
            NodeList nodes = parsed.getElementsByTagName(name);
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                elements.add((Element) nodes.item(i));
            }
            return elements;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }
}
