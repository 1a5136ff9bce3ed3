package callbacks;

import java.time.Duration;
import java.util.List;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;
import software.amazon.lambda.durable.config.CallbackConfig;

/** Waits for two signatures at the same time. */
public final class ContractHandler extends DurableHandler<Contract, String> {
    private static final CallbackConfig A_WEEK =
            CallbackConfig.builder().timeout(Duration.ofDays(7)).heartbeatTimeout(Duration.ofDays(1)).build();

    @Override
    public String handleRequest(Contract contract, DurableContext ctx) {
        var first = ctx.createCallback("first-signature", String.class, A_WEEK);
        var second = ctx.createCallback("second-signature", String.class, A_WEEK);
        ask(contract.first(), first.callbackId(), "ask-first", ctx);
        ask(contract.second(), second.callbackId(), "ask-second", ctx);
        var signatures = List.of(first.get(), second.get());
        return ctx.step("seal", String.class, step -> String.join("+", signatures));
    }

    private static void ask(String who, String callback, String name, DurableContext ctx) {
        ctx.invoke(name, "mail:live", who + " " + callback, String.class);
    }
}
