package dev.replaylint.report;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Holds written documents against schemas that are kept with the tests. */
public final class Schemas {

    private Schemas() {}

    /** What is wrong with a JSON document; empty if nothing is. */
    public static List<?> problems(String document, String schema, SpecificationVersion version) throws IOException {
        return SchemaRegistry.withDefaultDialect(version)
                .getSchema(text(schema), InputFormat.JSON)
                .validate(document, InputFormat.JSON);
    }

    /** What is wrong with an XML document; empty if nothing is. */
    public static Optional<String> problem(String document, String schema) throws IOException {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(new StringReader(text(schema))))
                    .newValidator()
                    .validate(new StreamSource(new StringReader(document)));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(e.toString());
        }
    }

    private static String text(String schema) throws IOException {
        try (InputStream in = Schemas.class.getResourceAsStream("/schema/" + schema)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
