package dev.replaylint.report.ci;

import dev.replaylint.report.Sanitizer;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document of elements on lines of their own. The JDK's writer escapes; what XML cannot have at all is written by its code. */
final class Xml {

    private final StringWriter document = new StringWriter();
    private final XMLStreamWriter out;
    private int depth;

    /** What the writer does; it fails only where the calls make no document. */
    private interface Call {
        void run() throws XMLStreamException;
    }

    Xml() {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(document);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the Java runtime has no writer of XML", e);
        }
        call(() -> out.writeStartDocument("UTF-8", "1.0"));
    }

    private void call(Call call) {
        try {
            call.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("these calls make no XML", e);
        }
    }

    /** Begins an element; attributes are names and values in turn. */
    Xml open(String name, String... attributes) {
        line();
        call(() -> out.writeStartElement(name));
        attributes(attributes);
        depth++;
        return this;
    }

    /** Ends the element that was begun last. */
    Xml close() {
        depth--;
        line();
        call(out::writeEndElement);
        return this;
    }

    /** An element without content. */
    Xml empty(String name, String... attributes) {
        line();
        call(() -> out.writeEmptyElement(name));
        attributes(attributes);
        return this;
    }

    /** An element with lines of text. */
    Xml lines(String name, List<String> lines, String... attributes) {
        line();
        call(() -> out.writeStartElement(name));
        attributes(attributes);
        String text = String.join("\n", lines.stream().map(Sanitizer::visible).toList());
        call(() -> out.writeCharacters(text));
        call(out::writeEndElement);
        return this;
    }

    private void attributes(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i];
            String value = Sanitizer.visible(attributes[i + 1]);
            call(() -> out.writeAttribute(name, value));
        }
    }

    private void line() {
        call(() -> out.writeCharacters("\n" + "  ".repeat(depth)));
    }

    /** The whole document; all elements are ended. */
    String document() {
        call(out::writeEndDocument);
        call(out::flush);
        return document + "\n";
    }
}
