package dev.replaylint.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.replaylint.yaml.InvalidYaml;
import dev.replaylint.yaml.YamlDocument;
import dev.replaylint.yaml.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/**
 * Holds YAML files against a published schema.
 *
 * @param file the schema
 */
public record SchemaCheck(Path file) {

    public static final SchemaCheck MANIFEST =
            new SchemaCheck(Path.of("..", "docs", "replay-lint-manifest.schema.json"));

    public static final SchemaCheck CONFIGURATION = new SchemaCheck(Path.of("..", "docs", "replay-lint.schema.json"));

    /** Where a text is not as the schema has it. */
    public List<String> problems(String yaml) {
        try {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(file));
            Object data = data(
                    YamlDocument.read(yaml.getBytes(StandardCharsets.UTF_8)).orElseThrow());
            String json = new ObjectMapper().writeValueAsString(data);
            return schema.validate(json, InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidYaml e) {
            throw new IllegalArgumentException(e.in("the text"), e);
        }
    }

    private static Object data(YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return text.value().matches("\\d+") ? Integer.valueOf(text.value()) : text.value();
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream().map(SchemaCheck::data).toList();
        }
        Map<String, Object> members = new LinkedHashMap<>();
        ((YamlNode.Mapping) node).members().forEach(m -> members.put(m.key().value(), data(m.value())));
        return members;
    }
}
