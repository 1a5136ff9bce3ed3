package exports;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;
import software.amazon.lambda.durable.config.WaitForConditionConfig;
import software.amazon.lambda.durable.model.WaitForConditionResult;
import software.amazon.lambda.durable.retry.WaitStrategies;

/** Starts an export and polls until it is there. */
public final class ExportHandler extends DurableHandler<ExportRequest, String> {
    private final Exports exports = new Exports();

    @Override
    public String handleRequest(ExportRequest request, DurableContext ctx) {
        var job = ctx.step("start", String.class, step -> exports.start(request.table()));
        var config = WaitForConditionConfig.<String>builder()
                .initialState("NEW")
                .waitStrategy(WaitStrategies.fixedDelay(20, Duration.ofMinutes(3)))
                .build();
        var state = ctx.waitForCondition("finished", String.class, (before, step) -> {
            var now = exports.state(job);
            return now.equals("DONE")
                    ? WaitForConditionResult.stopPolling(now)
                    : WaitForConditionResult.continuePolling(now);
        }, config);
        ctx.invoke("tell", "mail:live", request.mail() + state, String.class);
        return state;
    }
}
