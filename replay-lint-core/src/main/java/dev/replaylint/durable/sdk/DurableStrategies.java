package dev.replaylint.durable.sdk;

import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import java.util.Optional;
import java.util.Set;

/** The names of the SDK's strategies, and of what users write in their place; see {@link DurableSdk}. */
public final class DurableStrategies {

    private static final String STRATEGIES = DurableSdk.ROOT + ".retry.RetryStrategies";
    private static final String WAIT_STRATEGIES = DurableSdk.ROOT + ".retry.WaitStrategies";
    private static final String PRESETS = "$Presets";
    private static final String EVALUATE = "evaluate";
    private static final String DECISION = DurableSdk.ROOT + ".retry.RetryDecision";

    private static final Set<String> STRATEGY =
            Set.of(DurableSdk.ROOT + ".retry.RetryStrategy", DurableSdk.ROOT + ".retry.WaitForConditionWaitStrategy");

    /** Where no strategy is set for retries (RetryStrategies.Presets.DEFAULT). */
    public static final Attempts.Known DEFAULT_RETRY = new Attempts.Known(6);

    /** Where none is set for {@code waitForCondition} (WaitStrategies.Presets.DEFAULT). */
    public static final Attempts.Known DEFAULT_POLLS = new Attempts.Known(60);

    /** Nothing is tried again. */
    public static final Attempts ONE = new Attempts.Known(1);

    private DurableStrategies() {}

    /** How often an operation's function is tried if nothing is set. */
    public static Attempts.Known usualAttempts(OperationKind kind) {
        return kind == OperationKind.WAIT_FOR_CONDITION ? DEFAULT_POLLS : DEFAULT_RETRY;
    }

    /** What the strategy allows that the field holds; empty for other fields. */
    public static Optional<Attempts> preset(FieldKey field) {
        if (field.owner().equals(WAIT_STRATEGIES + PRESETS)) {
            return Optional.of(DEFAULT_POLLS);
        }
        return field.owner().equals(STRATEGIES + PRESETS)
                ? Optional.of(field.name().equals("NO_RETRY") ? ONE : DEFAULT_RETRY)
                : Optional.empty();
    }

    /** Whether the call makes a strategy whose first argument is the most attempts. */
    public static boolean makesStrategy(MethodKey call) {
        return Set.of(STRATEGIES, WAIT_STRATEGIES).contains(call.owner())
                && call.descriptor().startsWith("(I");
    }

    /** {@code WaitStrategies.defaultStrategy()}. */
    public static boolean isDefaultWaitStrategy(MethodKey call) {
        return call.owner().equals(WAIT_STRATEGIES) && call.name().equals("defaultStrategy");
    }

    /** Whether a strategy's method of this name tells how long to wait, and throws to end it. */
    public static boolean isWaitStrategy(String method) {
        return method.equals(EVALUATE);
    }

    /** The method by which a strategy decides on another attempt, or another poll. */
    public static boolean isDecision(MethodKey method) {
        String descriptor = method.descriptor();
        return switch (method.name()) {
            case "makeRetryDecision" -> descriptor.endsWith("I)L" + DECISION.replace('.', '/') + ";");
            case EVALUATE -> descriptor.endsWith("I)Ljava/time/Duration;");
            default -> false;
        };
    }

    /** Whether a body gives the decision on another attempt. */
    public static boolean decides(MethodKey body) {
        return body.descriptor().endsWith(")L" + DECISION.replace('.', '/') + ";");
    }

    /** Whether the call decides for another attempt, or against one; empty for other calls. */
    public static Optional<Boolean> retries(MethodKey call) {
        boolean decides =
                call.owner().equals(DECISION) && Set.of("retry", "fail").contains(call.name());
        return decides ? Optional.of(call.name().equals("retry")) : Optional.empty();
    }

    /** Whether a parameter with this descriptor decides on delays. */
    public static boolean isStrategy(String descriptor) {
        return STRATEGY.contains(Descriptors.className(descriptor));
    }
}
