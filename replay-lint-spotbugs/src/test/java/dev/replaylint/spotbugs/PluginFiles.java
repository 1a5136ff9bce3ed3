package dev.replaylint.spotbugs;

import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import dev.replaylint.rules.Rules;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files by which SpotBugs knows a plugin, as they follow from the rules and their pages. */
final class PluginFiles {

    private static final String SITE = "https://replaylint.dev/";
    private static final String ABBREVIATION = "RPL";

    /** Only where the entry describes the very mistake; most of what breaks on replay has none. */
    private static final Map<String, Integer> WEAKNESSES = Map.of(
            "at-most-once-retried", 837,
            "broad-catch-compensation", 396,
            "missing-idempotency-key", 837,
            "swallowed-suspension", 396,
            "unbounded-retry", 835,
            "unchecked-batch-result", 252,
            "unjoined-operation", 252,
            "unreachable-catch", 561,
            "unstable-idempotency-key", 837);

    private PluginFiles() {}

    /** The files by name. */
    static Map<String, String> render(Path pages) {
        return new TreeMap<>(Map.of("findbugs.xml", plugin(), "messages.xml", messages(pages), "bugrank.txt", ranks()));
    }

    private static String plugin() {
        String reports = Rules.infos().stream().map(r -> BugTypes.of(r.name())).collect(Collectors.joining(","));
        String patterns = Rules.infos().stream().map(PluginFiles::pattern).collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <FindbugsPlugin pluginid="dev.replaylint.spotbugs" version="${project.version}" provider="replay-lint"
                                website="%s" defaultenabled="true">
                  <BugCategory category="%s"/>
                  <Detector class="%s" speed="fast"
                            reports="%s"/>
                %s</FindbugsPlugin>
                """.formatted(SITE, BugTypes.CATEGORY, ReplayDetector.class.getName(), reports, patterns);
    }

    private static String pattern(RuleInfo rule) {
        String weakness = WEAKNESSES.containsKey(rule.name()) ? " cweid=\"" + WEAKNESSES.get(rule.name()) + "\"" : "";
        return "  <BugPattern abbrev=\"%s\" type=\"%s\" category=\"%s\"%s/>\n"
                .formatted(ABBREVIATION, BugTypes.of(rule.name()), BugTypes.CATEGORY, weakness);
    }

    private static String messages(Path pages) {
        RulePage page = new RulePage(pages, SITE);
        String patterns = Rules.infos().stream().map(r -> message(r, page)).collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <MessageCollection>
                  <Plugin>
                    <ShortDescription>replay-lint</ShortDescription>
                    <Details>Finds what breaks on replay in AWS Lambda durable functions.</Details>
                    <BugsUrl>%1$srules/</BugsUrl>
                    <AllBugsUrl>%1$srules/</AllBugsUrl>
                  </Plugin>
                  <BugCategory category="%2$s">
                    <Description>Replay safety</Description>
                    <Abbreviation>R</Abbreviation>
                    <Details>Code of a durable function that goes wrong when the function runs again from the top.</Details>
                  </BugCategory>
                  <Detector class="%3$s">
                    <Details><![CDATA[<p>Follows durable handlers through what they call, and finds what breaks when they run again
                from the top: all rules of replay-lint, in class files.</p>]]></Details>
                  </Detector>
                %4$s  <BugCode abbrev="%5$s">Replay safety</BugCode>
                </MessageCollection>
                """.formatted(SITE, BugTypes.CATEGORY, ReplayDetector.class.getName(), patterns, ABBREVIATION);
    }

    private static String message(RuleInfo rule, RulePage page) {
        return """
                  <BugPattern type="%s">
                    <ShortDescription>%s</ShortDescription>
                    <LongDescription>{2} in {1}; help: {3}</LongDescription>
                    <Details><![CDATA[%s]]></Details>
                  </BugPattern>
                """.formatted(BugTypes.of(rule.name()), RulePage.text(capital(rule.summary())), page.html(rule));
    }

    private static String capital(String summary) {
        return summary.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + summary.substring(1);
    }

    private static String ranks() {
        return Rules.infos().stream()
                .map(r -> rank(r.severity()) + " BugPattern " + BugTypes.of(r.name()) + "\n")
                .collect(Collectors.joining());
    }

    /**
     * SpotBugs adds 0, 2, 5 for errors, warnings, information, and takes 1 to 9 for errors in SARIF, 10 to 14 for warnings, 15 to 20
     * for notes; Eclipse hides what is above 15. With 9, errors and warnings of a rule come out right, and its information as
     * warnings; with 10, warnings and information; with 12, information, also where it is configured to be a warning.
     */
    private static int rank(Severity worst) {
        return switch (worst) {
            case ERROR -> 9;
            case WARNING -> 10;
            case INFO -> 12;
        };
    }
}
