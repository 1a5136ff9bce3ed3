package futures;

import java.time.Duration;
import java.util.Locale;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Starts much, and joins it in groups. */
public final class ReportHandler extends DurableHandler<Report, String> {
    @Override
    public String handleRequest(Report report, DurableContext ctx) {
        var sales = ctx.runInChildContextAsync("sales", String.class, child -> part("sales", report, child));
        var costs = ctx.runInChildContextAsync("costs", String.class, child -> part("costs", report, child));
        var pause = ctx.waitAsync("earliest", Duration.ofHours(1));
        String cover = ctx.step("cover", String.class, step -> "report of " + report.month());
        String text = cover + sales.get() + costs.get();
        pause.get();
        ctx.invoke("print", "printer:live", text, String.class);
        return text;
    }

    private static String part(String name, Report report, DurableContext child) {
        var figures = child.invoke("figures-" + name, "figures:live", report.month(), String.class);
        return child.step("chart-" + name, String.class, step -> figures.toUpperCase(Locale.ROOT));
    }
}
