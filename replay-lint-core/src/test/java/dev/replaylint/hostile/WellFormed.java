package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.yaml.YamlDocument;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** Outputs as their readers take them: data that can be parsed, and nothing in them that somebody's names have made. */
final class WellFormed {

    private static final Pattern URI = Pattern.compile("\"uri\": \"([^\"]*)\"");

    private WellFormed() {}

    /** Checks outputs by the names of their writers; gives the addresses of files in SARIF. */
    static List<String> check(Map<String, String> outputs) throws Exception {
        for (String json : List.of("JsonWriter", "SarifWriter", "GitLabWriter")) {
            assertThat(YamlDocument.readJson(bytes(outputs, json))).isPresent();
        }
        for (String xml : List.of("CheckstyleWriter", "JUnitWriter")) {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes(outputs, xml)));
            assertThat(document.getDocumentElement().getTagName()).isAnyOf("checkstyle", "testsuites");
            assertThat(document.getElementsByTagName("script").getLength()).isEqualTo(0);
        }
        for (String page : List.of("HtmlWriter", "MarkdownWriter")) {
            assertThat(outputs.get(page)).doesNotContain("<script>alert");
        }
        return URI.matcher(outputs.getOrDefault("SarifWriter", ""))
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    private static byte[] bytes(Map<String, String> outputs, String name) {
        return outputs.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
    }
}
