package retries;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;
import software.amazon.lambda.durable.config.StepConfig;
import software.amazon.lambda.durable.config.StepSemantics;
import software.amazon.lambda.durable.config.WithRetryConfig;
import software.amazon.lambda.durable.retry.JitterStrategy;
import software.amazon.lambda.durable.retry.RetryStrategies;

/** Tries a whole group again, and steps on their own terms. */
public final class UploadHandler extends DurableHandler<Upload, String> {
    private static final StepConfig PATIENT = StepConfig.builder()
            .retryStrategy(RetryStrategies.exponentialBackoff(
                    5, Duration.ofSeconds(5), Duration.ofMinutes(5), 2.0, JitterStrategy.FULL))
            .build();

    private static final StepConfig ONCE = StepConfig.builder()
            .semanticsPerRetry(StepSemantics.AT_MOST_ONCE_PER_RETRY)
            .retryStrategy(RetryStrategies.Presets.NO_RETRY)
            .build();

    private static final WithRetryConfig THREE_TIMES = WithRetryConfig.builder()
            .retryStrategy(RetryStrategies.fixedDelay(3, Duration.ofMinutes(10)))
            .build();

    @Override
    public String handleRequest(Upload upload, DurableContext ctx) {
        var session = ctx.step("session", String.class, step -> "session of " + upload.partner(), PATIENT);
        var receipt = ctx.withRetry("transfer", (attempt, round) -> {
            round.getLogger().info("attempt {}", attempt);
            var token = round.step("token-" + attempt, String.class, step -> session + step.getAttempt());
            return round.invoke("send-" + attempt, "transfer:live", token, String.class);
        }, THREE_TIMES);
        ctx.step("note", String.class, step -> "sent " + receipt, ONCE);
        return receipt;
    }
}
