package dev.replaylint.report;

import dev.replaylint.report.page.PageBlock;
import dev.replaylint.report.page.TerminalPage;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tool and its rules, as SARIF describes them. */
final class SarifRules {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)\\.md(#[^)]*|)\\)");

    private SarifRules() {}

    static Map<String, Object> driver(List<RuleInfo> rules, String version) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "replay-lint");
        driver.put("informationUri", "https://replaylint.dev");
        driver.put("version", version);
        driver.put("semanticVersion", version);
        driver.put("rules", rules.stream().map(SarifRules::rule).toList());
        return driver;
    }

    static int index(String name, List<RuleInfo> rules) {
        return rules.stream().map(RuleInfo::name).toList().indexOf(name);
    }

    private static Map<String, Object> rule(RuleInfo info) {
        String page = RulePages.of(info.name()).orElse(info.summary());
        Map<String, Object> help = new LinkedHashMap<>();
        help.put("text", plain(page));
        help.put("markdown", linked(page, info));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("precision", info.severity() == Severity.ERROR ? "high" : "medium");
        properties.put(
                "problem.severity",
                info.severity() == Severity.INFO
                        ? "recommendation"
                        : info.severity().label());
        properties.put("tags", List.of("durable-execution", "replay"));
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", info.name());
        rule.put("name", name(info.name()));
        rule.put("shortDescription", SarifWriter.text(info.summary()));
        rule.put("fullDescription", SarifWriter.text(description(page, info)));
        rule.put("help", help);
        rule.put("helpUri", info.page());
        rule.put("defaultConfiguration", Map.of("level", SarifWriter.level(info.severity())));
        rule.put("properties", properties);
        return rule;
    }

    /** For viewers that show no Markdown. */
    private static String plain(String page) {
        return TerminalPage.lines(page, Integer.MAX_VALUE).stream()
                .map(TerminalPage.Line::text)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** Pages link to each other as files; where SARIF is read, only addresses lead somewhere. */
    private static String linked(String page, RuleInfo info) {
        URI from = URI.create(info.page());
        return LINK.matcher(page)
                .replaceAll(m -> Matcher.quoteReplacement("](" + from.resolve(m.group(1)) + m.group(2) + ")"));
    }

    /** What the page says first. */
    private static String description(String page, RuleInfo info) {
        return PageBlock.of(page).stream()
                .filter(PageBlock.Paragraph.class::isInstance)
                .map(b -> ((PageBlock.Paragraph) b).text())
                .findFirst()
                .orElse(info.summary());
    }

    /** {@code WallClock} for {@code wall-clock}. */
    private static String name(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : List.of(id.split("-", -1))) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }
}
