package dev.replaylint.report;

import dev.replaylint.program.Location;
import dev.replaylint.program.Problem;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A report with everything that formats have to tell apart. */
public final class SampleReport {

    private static final Path ROOT = Path.of("/repo");

    private static final String HANDLER = "shop/OrderHandler.java";
    private static final String PRICES = "shop/Grüße & \"Preise\".java";

    /** The context of a module below the root of its repository, in a build that was started in that root. */
    public static final ReportContext CONTEXT =
            new ReportContext("orders", ROOT, ROOT, Map.of(HANDLER, source(HANDLER), PRICES, source(PRICES)), "0.1.0");

    private static final Coverage COVERAGE = new Coverage(1, 3, 4, 3, 0, 10, 0, 1, List.of(HANDLER + ":9 log"));

    private static final List<RuleInfo> RULES = List.of(
            new RuleInfo("any-of", Severity.ERROR, "0.1.0", "a race"),
            new RuleInfo("polling-loop", Severity.WARNING, "0.1.0", "a loop that polls"),
            new RuleInfo("replay-logging", Severity.INFO, "0.1.0", "log lines"),
            new RuleInfo("wall-clock", Severity.ERROR, "0.1.0", "a clock"));

    private SampleReport() {}

    private static Path source(String file) {
        return ROOT.resolve("orders/src/main/java").resolve(file);
    }

    /** A module in which nothing was found. */
    public static Report clean() {
        return new Report(List.of(), COVERAGE, List.of(), RULES);
    }

    /** Findings of each severity, two of them alike, one in a helper, and a file that was not analysed. */
    public static Report full() {
        Location clock = new Location(PRICES, 17, 24);
        Location again = new Location(PRICES, 19, 24);
        Location call = new Location(HANDLER, 40, 9);
        Frame handler = new Frame("OrderHandler.handleRequest", call);
        List<Finding> findings = List.of(
                clock(clock, List.of(handler, new Frame("Prices.total", clock))),
                clock(again, List.of(handler, new Frame("Prices.total", again))),
                finding("polling-loop", Severity.WARNING, new Location(HANDLER, 31, 0), "this loop polls `stock`"),
                finding("replay-logging", Severity.INFO, new Location(HANDLER, 9, 5), "`log` writes <again>"));
        List<Problem> problems = List.of(
                new Problem(source("shop/B.java").toString(), 7, "the file cannot be parsed: `}` is missing", true),
                new Problem("lib/lost.jar", 0, "does not exist", false));
        return new Report(findings, COVERAGE, problems, RULES);
    }

    private static Finding clock(Location at, List<Frame> path) {
        return new Finding(
                "wall-clock",
                Severity.ERROR,
                at,
                "Prices.total",
                "`Instant.now` returns another time on every replay",
                path,
                "read the clock inside a step",
                "wall-clock|shop.Prices|total|Instant.now");
    }

    private static Finding finding(String rule, Severity severity, Location at, String message) {
        String member = "OrderHandler.handleRequest";
        Frame frame = new Frame(member, at);
        return new Finding(
                rule, severity, at, member, message, List.of(frame), "do it in a step", rule + "|shop.OrderHandler");
    }
}
