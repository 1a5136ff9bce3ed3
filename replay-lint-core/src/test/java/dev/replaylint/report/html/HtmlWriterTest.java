package dev.replaylint.report.html;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.report.HostileText;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.testing.Fixtures;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page is well-formed, leads only to places it has, and takes nothing from the analysed code for its own. */
final class HtmlWriterTest {

    private static final Pattern VOID = Pattern.compile("<(meta|input|br|hr)( [^>]*)?>");

    @Test
    void hostileTextStaysText() throws Exception {
        String page = page(HostileText.report());
        Document document = parsed(page);
        assertThat(count(document, "script")).isEqualTo(1);
        assertThat(count(document, "style")).isEqualTo(1);
        assertThat(count(document, "img")).isEqualTo(0);
        for (Element element : elements(document)) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                String name = element.getAttributes().item(i).getNodeName();
                assertWithMessage(name).that(name).doesNotContainMatch("^on|^style$|^src$|^autofocus$");
            }
            assertThat(element.getAttribute("href")).matches("(#.*)?");
        }
    }

    @Test
    void everyCharacterIsSeen() throws IOException {
        String page = page(HostileText.report());
        assertThat(page.codePoints()
                        .filter(c -> c != '\n')
                        .filter(c -> Character.getType(c) == Character.CONTROL
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE
                                || Character.getType(c) == Character.LINE_SEPARATOR)
                        .toArray())
                .isEmpty();
        assertThat(page).contains("\\u202eevil");
    }

    @Test
    void longNamesAreShortened() throws IOException {
        Matcher words = Pattern.compile("<text[^>]*>([^<]*)</text>").matcher(page(HostileText.report()));
        words.results().map(r -> r.group(1)).forEach(t -> assertThat(t.length()).isLessThan(240));
    }

    @Test
    void everyFixtureIsWellFormedAndLinksLeadSomewhere() throws Exception {
        Document document = parsed(page(Fixtures.fromSources()));
        Set<String> ids = new HashSet<>();
        for (Element element : elements(document)) {
            String id = element.getAttribute("id");
            assertWithMessage(id).that(id.isEmpty() || ids.add(id)).isTrue();
        }
        for (Element element : elements(document)) {
            String href = element.getAttribute("href");
            if (href.startsWith("#")) {
                assertThat(ids).contains(href.substring(1));
            }
        }
    }

    @Test
    void twoPagesOfOneReportAreEqual() throws IOException {
        assertThat(page(Fixtures.fromSources())).isEqualTo(page(Fixtures.fromSources()));
    }

    @Test
    void thePolicyNamesWhatThePageHas() throws IOException {
        String page = page(HostileText.report());
        String script = group(Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL), page);
        String style = group(Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL), page);
        String policy = group(Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\""), page)
                .replace("&#39;", "'");
        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src " + Assets.hash(style) + "; script-src " + Assets.hash(script)
                        + "; base-uri 'none'; form-action 'none'");
        assertThat(page).doesNotContainMatch("(src|href)=\"(https?:)?//");
    }

    private static String group(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .map((MatchResult r) -> r.group(1))
                .orElseThrow();
    }

    private static String page(Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        Path root = Path.of("/repo");
        new HtmlWriter().write(report, new ReportContext(HostileText.ALL.get(0), root, root, Map.of(), "0.1.0"), out);
        return out.toString();
    }

    /** As XML, which allows nothing to be left open. */
    private static Document parsed(String page) throws Exception {
        String xml = VOID.matcher(page.replace("<!DOCTYPE html>", ""))
                .replaceAll(r -> Matcher.quoteReplacement(r.group().replaceAll(">$", "/>")));
        String data = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL)
                .matcher(xml)
                .replaceAll(r -> Matcher.quoteReplacement("<script><![CDATA[" + r.group(1) + "]]></script>"));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(data)));
    }

    private static int count(Document document, String tag) {
        return document.getElementsByTagName(tag).getLength();
    }

    private static List<Element> elements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        return java.util.stream.IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }
}
