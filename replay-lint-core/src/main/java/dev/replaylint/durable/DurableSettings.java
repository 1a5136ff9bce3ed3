package dev.replaylint.durable;

import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names by which users of the SDK configure operations: configurations, semantics, strategies. The rest is in {@link DurableSdk}. */
final class DurableSettings {

    private static final String STEP_CONFIG = DurableSdk.ROOT + ".config.StepConfig";
    private static final String CALLBACK_CONFIG = DurableSdk.ROOT + ".config.WaitForCallbackConfig";
    private static final String ANSWER_CONFIG = DurableSdk.ROOT + ".config.CallbackConfig";
    private static final String TYPE_TOKEN = DurableSdk.ROOT + ".TypeToken";
    private static final String SEMANTICS = DurableSdk.ROOT + ".config.StepSemantics";
    private static final String STRATEGIES = DurableSdk.ROOT + ".retry.RetryStrategies";
    private static final String WAIT_STRATEGIES = DurableSdk.ROOT + ".retry.WaitStrategies";
    private static final String PRESETS = "$Presets";
    private static final String EVALUATE = "evaluate";
    private static final String RETRY_CONFIG = DurableSdk.ROOT + ".config.WithRetryConfig";
    private static final String CONDITION_CONFIG = DurableSdk.ROOT + ".config.WaitForConditionConfig";
    private static final String DECISION = DurableSdk.ROOT + ".retry.RetryDecision";

    /** Where no strategy is set for retries (RetryStrategies.Presets.DEFAULT). */
    static final Attempts DEFAULT_RETRY = new Attempts.Known(6);

    /** Where none is set for {@code waitForCondition} (WaitStrategies.Presets.DEFAULT). */
    static final Attempts DEFAULT_POLLS = new Attempts.Known(60);

    /** Nothing is tried again. */
    static final Attempts ONE = new Attempts.Known(1);

    private DurableSettings() {}

    /** The setter of an operation's configuration that decides whether the contexts it opens are checkpointed, if it has one. */
    static Optional<String> contextSetting(OperationKind kind) {
        return switch (kind) {
            case CHILD_CONTEXT -> Optional.of("isVirtual");
            case MAP, PARALLEL -> Optional.of("nestingType");
            case WITH_RETRY -> Optional.of("wrapInChildContext");
            default -> Optional.empty();
        };
    }

    /** Whether contexts are not checkpointed under this setting; a kind's default where nothing is set. */
    static boolean isVirtual(OperationKind kind, Optional<String> setting) {
        return switch (kind) {
            case CHILD_CONTEXT -> setting.filter("true"::equals).isPresent();
            case MAP, PARALLEL -> setting.filter("FLAT"::equals).isPresent();
            case WITH_RETRY -> setting.filter("true"::equals).isEmpty();
            default -> false;
        };
    }

    /** Position of the argument that configures how an operation's step is delivered. */
    static Optional<Integer> stepConfig(MethodKey operation) {
        return argument(operation, Set.of(STEP_CONFIG, CALLBACK_CONFIG));
    }

    /** Whether the argument configures a callback, and through that its submitter. */
    static boolean isCallbackConfig(MethodKey operation, int argument) {
        String type = Descriptors.parameters(operation.descriptor()).get(argument);
        return Descriptors.className(type).equals(CALLBACK_CONFIG);
    }

    /** Whether the operation waits for somebody outside to answer. */
    static boolean isCallback(OperationKind kind) {
        return kind == OperationKind.CREATE_CALLBACK || kind == OperationKind.WAIT_FOR_CALLBACK;
    }

    /** Position of the argument that configures how long an answer is waited for. */
    static Optional<Integer> callbackConfig(MethodKey operation) {
        return argument(operation, Set.of(CALLBACK_CONFIG, ANSWER_CONFIG));
    }

    /** Whether the call gives the configuration of a wait for a callback that of the callback. */
    static boolean setsCallbackConfig(MethodKey call) {
        return call.name().equals("callbackConfig") && call.owner().startsWith(CALLBACK_CONFIG);
    }

    /** Whether the call says when a callback fails that nobody answers. */
    static boolean setsTimeout(MethodKey call) {
        return Set.of("timeout", "heartbeatTimeout").contains(call.name())
                && call.owner().startsWith(ANSWER_CONFIG);
    }

    /** Whether the call says how long an answer is waited for, heartbeats or not. */
    static boolean setsWholeTimeout(MethodKey call) {
        return setsTimeout(call) && call.name().equals("timeout");
    }

    /** Position of the argument that says what type an operation's result has. */
    static Optional<Integer> resultType(MethodKey operation) {
        return argument(operation, Set.of("java.lang.Class", TYPE_TOKEN));
    }

    /** Whether the call gives the configuration of a callback that of its submitter. */
    static boolean setsStepConfig(MethodKey call) {
        return call.name().equals("stepConfig") && call.owner().startsWith(CALLBACK_CONFIG);
    }

    static boolean setsSemantics(MethodKey call) {
        return call.name().equals("semanticsPerRetry") && call.owner().startsWith(STEP_CONFIG);
    }

    /** The setter of 1.x, whose promise of at most one run included that of no retry. */
    static boolean setsSemanticsOfStep(MethodKey call) {
        return call.name().equals("semantics") && call.owner().startsWith(STEP_CONFIG);
    }

    /** Whether the call sets what decides on another attempt, or on another poll. */
    static boolean setsStrategy(MethodKey call) {
        String owner = call.owner();
        return switch (call.name()) {
            case "retryStrategy" -> owner.startsWith(STEP_CONFIG) || owner.startsWith(RETRY_CONFIG);
            case "waitStrategy" -> owner.startsWith(CONDITION_CONFIG);
            default -> false;
        };
    }

    /** Position of the argument that configures how often {@code withRetry} or {@code waitForCondition} try. */
    static Optional<Integer> strategyConfig(MethodKey operation) {
        return argument(operation, Set.of(RETRY_CONFIG, CONDITION_CONFIG));
    }

    private static Optional<Integer> argument(MethodKey operation, Set<String> types) {
        List<String> parameters = Descriptors.parameters(operation.descriptor());
        for (int i = 1; i < parameters.size(); i++) {
            if (types.contains(Descriptors.className(parameters.get(i)))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Whether the field is the constant for at most one run; empty for other fields. */
    static Optional<Boolean> isAtMostOnce(FieldKey field) {
        return field.owner().equals(SEMANTICS)
                ? Optional.of(field.name().startsWith("AT_MOST_ONCE"))
                : Optional.empty();
    }

    /** What the strategy allows that the field holds; empty for other fields. */
    static Optional<Attempts> preset(FieldKey field) {
        if (field.owner().equals(WAIT_STRATEGIES + PRESETS)) {
            return Optional.of(DEFAULT_POLLS);
        }
        return field.owner().equals(STRATEGIES + PRESETS)
                ? Optional.of(field.name().equals("NO_RETRY") ? ONE : DEFAULT_RETRY)
                : Optional.empty();
    }

    /** Whether the call makes a strategy whose first argument is the most attempts. */
    static boolean makesStrategy(MethodKey call) {
        return Set.of(STRATEGIES, WAIT_STRATEGIES).contains(call.owner())
                && call.descriptor().startsWith("(I");
    }

    /** {@code WaitStrategies.defaultStrategy()}. */
    static boolean isDefaultWaitStrategy(MethodKey call) {
        return call.owner().equals(WAIT_STRATEGIES) && call.name().equals("defaultStrategy");
    }

    /** Whether a strategy's method of this name tells how long to wait, and throws to end it. */
    static boolean isWaitStrategy(String method) {
        return method.equals(EVALUATE);
    }

    /** The method by which a strategy decides on another attempt, or another poll. */
    static boolean isDecision(MethodKey method) {
        String descriptor = method.descriptor();
        return switch (method.name()) {
            case "makeRetryDecision" -> descriptor.endsWith("I)L" + DECISION.replace('.', '/') + ";");
            case EVALUATE -> descriptor.endsWith("I)Ljava/time/Duration;");
            default -> false;
        };
    }

    /** Whether the call decides for another attempt, or against one; empty for other calls. */
    static Optional<Boolean> retries(MethodKey call) {
        boolean decides =
                call.owner().equals(DECISION) && Set.of("retry", "fail").contains(call.name());
        return decides ? Optional.of(call.name().equals("retry")) : Optional.empty();
    }
}
