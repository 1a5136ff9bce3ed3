package executed;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Duration;
import java.util.UUID;
import software.amazon.lambda.durable.DurableConfig;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.TypeToken;
import software.amazon.lambda.durable.execution.DurableExecutor;
import software.amazon.lambda.durable.model.DurableExecutionInput;
import software.amazon.lambda.durable.model.DurableExecutionOutput;

/** Extends nothing; the executor wraps a lambda. */
public final class RefundFunction implements RequestHandler<DurableExecutionInput, DurableExecutionOutput> {
    private final RequestHandler<DurableExecutionInput, DurableExecutionOutput> durable = DurableExecutor.wrap(
            TypeToken.get(Refund.class), RefundFunction::refund, DurableConfig.defaultConfig());

    @Override
    public DurableExecutionOutput handleRequest(DurableExecutionInput input, Context context) {
        return durable.handleRequest(input, context);
    }

    private static String refund(Refund refund, DurableContext ctx) {
        var key = ctx.step("key", String.class, step -> UUID.randomUUID().toString());
        ctx.invoke("pay-back", "payments:live", key + refund.cents(), String.class);
        ctx.wait("value-date", Duration.ofDays(1));
        return ctx.step("receipt", String.class, step -> "refund " + refund.id());
    }
}
