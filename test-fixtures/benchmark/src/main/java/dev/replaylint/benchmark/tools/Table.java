package dev.replaylint.benchmark.tools;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Costs as Markdown. */
record Table(Map<Tool, Cost> costs) {

    /** All tools; the first two are the analyzer, and what the others' processor seconds are divided by. */
    String tools(List<Tool> tools) {
        StringBuilder text = new StringBuilder(
                "| | Processor, s | Wall, s | Processor, by that of `check` | by that in a plain JVM | Peak memory, MB |\n");
        text.append("|---|--:|--:|--:|--:|--:|\n");
        double check = costs.get(tools.get(0)).processor();
        double plain = costs.get(tools.get(1)).processor();
        for (Tool tool : tools) {
            Cost cost = costs.get(tool);
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.2f | %.2f | %.0f |%n",
                    tool.name(),
                    cost.processor(),
                    cost.wall(),
                    cost.processor() / check,
                    cost.processor() / plain,
                    cost.memory()));
        }
        return text.toString();
    }

    /** The same tools on the project, on one with twice the lines, and on one with twice the handlers. */
    String growth(List<Tool> once, List<Tool> lines, List<Tool> handlers) {
        StringBuilder text = new StringBuilder("| Processor, s | | Twice the lines | Twice the handlers |\n");
        text.append("|---|--:|--:|--:|\n");
        for (int i = 0; i < once.size(); i++) {
            double one = costs.get(once.get(i)).processor();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %s | %s |%n",
                    once.get(i).name(),
                    one,
                    grown(costs.get(lines.get(i)), one),
                    grown(costs.get(handlers.get(i)), one)));
        }
        return text.toString();
    }

    private static String grown(Cost cost, double one) {
        return String.format(Locale.ROOT, "%.1f (× %.2f)", cost.processor(), cost.processor() / one);
    }
}
