package dev.replaylint.report;

import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tool and its rules, as SARIF describes them. */
final class SarifRules {

    private SarifRules() {}

    static Map<String, Object> driver(List<RuleInfo> rules, String version) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "replay-lint");
        driver.put("informationUri", "https://replaylint.dev");
        driver.put("version", version);
        driver.put("rules", rules.stream().map(SarifRules::rule).toList());
        return driver;
    }

    static int index(String name, List<RuleInfo> rules) {
        return rules.stream().map(RuleInfo::name).toList().indexOf(name);
    }

    private static Map<String, Object> rule(RuleInfo info) {
        String page = RulePages.of(info.name()).orElse(info.summary());
        Map<String, Object> help = new LinkedHashMap<>();
        help.put("text", page);
        help.put("markdown", page);
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
        rule.put("fullDescription", SarifWriter.text(info.summary()));
        rule.put("help", help);
        rule.put("helpUri", info.page());
        rule.put("defaultConfiguration", Map.of("level", SarifWriter.level(info.severity())));
        rule.put("properties", properties);
        return rule;
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
