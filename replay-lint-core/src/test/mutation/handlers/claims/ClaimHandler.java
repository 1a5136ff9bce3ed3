package claims;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;
import software.amazon.lambda.durable.config.CallbackConfig;
import software.amazon.lambda.durable.config.WaitForCallbackConfig;

/** Assesses a claim in steps, and asks a person above a limit. */
public final class ClaimHandler extends DurableHandler<Claim, String> {
    private static final long LIMIT = 100_000;

    private final Assessor assessor;

    public ClaimHandler() {
        this(new TableAssessor());
    }

    ClaimHandler(Assessor assessor) {
        this.assessor = assessor;
    }

    @Override
    public String handleRequest(Claim claim, DurableContext ctx) {
        var verdict = ctx.step("assess", Verdict.class, step -> assessor.assess(claim));
        if (verdict.cents() > LIMIT) {
            return byHand(claim, verdict, ctx);
        }
        return pay(claim, verdict.cents(), ctx);
    }

    private String byHand(Claim claim, Verdict verdict, DurableContext ctx) {
        var config = WaitForCallbackConfig.builder()
                .callbackConfig(CallbackConfig.builder().timeout(Duration.ofDays(5)).build())
                .build();
        var approved = ctx.waitForCallback(
                "adjuster", Boolean.class, (id, step) -> step.getLogger().info("waiting for {}", id), config);
        return approved ? pay(claim, verdict.cents(), ctx) : "refused";
    }

    private static String pay(Claim claim, long cents, DurableContext ctx) {
        return ctx.invoke("pay-out", "payments:live", new Payment(claim.id(), cents), String.class);
    }
}
