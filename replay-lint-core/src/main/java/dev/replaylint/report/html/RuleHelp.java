package dev.replaylint.report.html;

import dev.replaylint.report.Report;
import dev.replaylint.report.RulePages;
import dev.replaylint.rule.RuleInfo;
import java.util.Set;
import java.util.TreeSet;

/** The pages of the rules that found something. */
final class RuleHelp {

    private final Report report;
    private final Markup out;

    RuleHelp(Report report, Markup out) {
        this.report = report;
        this.out = out;
    }

    void write() {
        Set<String> fired = new TreeSet<>();
        report.findings().forEach(f -> fired.add(f.rule()));
        if (fired.isEmpty()) {
            return;
        }
        out.open("section", "id", "rules").line();
        out.element("h2", "Rules").line();
        report.rules().stream().filter(r -> fired.contains(r.name())).forEach(this::rule);
        out.close("section");
    }

    private void rule(RuleInfo rule) {
        out.open("details", "id", "rule-" + rule.name(), "class", "rulepage").line();
        out.open("summary")
                .element("b", rule.name())
                .text(" ")
                .element("span", rule.summary(), "class", "quiet")
                .close("summary");
        RulePages.of(rule.name()).ifPresent(p -> new MarkdownPage(out).write(p));
        out.close("details");
    }
}
