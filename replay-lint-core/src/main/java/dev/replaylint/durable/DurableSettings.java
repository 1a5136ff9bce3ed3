package dev.replaylint.durable;

import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names by which users of the SDK configure operations: configurations, semantics, strategies. The rest is in {@link DurableSdk}. */
final class DurableSettings {

    private static final String PACKAGE = DurableSdk.ROOT + ".config.";
    private static final String EXECUTOR = DurableSdk.ROOT + ".execution.DurableExecutor";
    private static final String RETRY_CONFIG = PACKAGE + "WithRetryConfig";
    private static final String COMPLETION_CONFIG = PACKAGE + "CompletionConfig";
    private static final String MAP_CONFIG = PACKAGE + "MapConfig";
    private static final String CHILD_CONFIG = PACKAGE + "RunInChildContextConfig";
    private static final String PARALLEL_CONFIG = PACKAGE + "ParallelConfig";
    private static final String STEP_CONFIG = PACKAGE + "StepConfig";
    private static final String CALLBACK_CONFIG = PACKAGE + "WaitForCallbackConfig";
    private static final String SEMANTICS = PACKAGE + "StepSemantics";
    private static final String STRATEGIES = DurableSdk.ROOT + ".retry.RetryStrategies";
    private static final String DECISION = DurableSdk.ROOT + ".retry.RetryDecision";

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
        List<String> parameters = Descriptors.parameters(operation.descriptor());
        for (int i = 1; i < parameters.size(); i++) {
            if (Set.of(STEP_CONFIG, CALLBACK_CONFIG).contains(Descriptors.className(parameters.get(i)))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Whether the argument configures a callback, and through that its submitter. */
    static boolean isCallbackConfig(MethodKey operation, int argument) {
        String type = Descriptors.parameters(operation.descriptor()).get(argument);
        return Descriptors.className(type).equals(CALLBACK_CONFIG);
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

    static boolean setsRetryStrategy(MethodKey call) {
        return call.name().equals("retryStrategy") && call.owner().startsWith(STEP_CONFIG);
    }

    /** Whether the field is the constant for at most one run; empty for other fields. */
    static Optional<Boolean> isAtMostOnce(FieldKey field) {
        return field.owner().equals(SEMANTICS)
                ? Optional.of(field.name().startsWith("AT_MOST_ONCE"))
                : Optional.empty();
    }

    /** Whether the field is the strategy that retries nothing; empty for other fields. */
    static Optional<Boolean> isNoRetry(FieldKey field) {
        return field.owner().equals(STRATEGIES + "$Presets")
                ? Optional.of(field.name().equals("NO_RETRY"))
                : Optional.empty();
    }

    /** Whether the call makes a strategy whose first argument is the most attempts. */
    static boolean makesRetryStrategy(MethodKey call) {
        return call.owner().equals(STRATEGIES) && call.descriptor().startsWith("(I");
    }

    /** Whether the call decides for another attempt, or against one; empty for other calls. */
    static Optional<Boolean> retries(MethodKey call) {
        boolean decides =
                call.owner().equals(DECISION) && Set.of("retry", "fail").contains(call.name());
        return decides ? Optional.of(call.name().equals("retry")) : Optional.empty();
    }

    /** The method by which a class of the user's own decides on retries. */
    static MethodKey retryDecision(String owner) {
        return new MethodKey(
                owner, "makeRetryDecision", "(Ljava/lang/Throwable;I)L" + DECISION.replace('.', '/') + ";");
    }

    /** Where a function given to this SDK call, which is no operation, runs; empty if never in handler code. */
    static Optional<Region> functionRegion(MethodKey call) {
        String owner = call.owner();
        boolean replayed = owner.startsWith(RETRY_CONFIG)
                || owner.startsWith(COMPLETION_CONFIG)
                || owner.startsWith(MAP_CONFIG)
                || owner.equals(EXECUTOR);
        return replayed ? Optional.of(Region.REPLAYED) : Optional.empty();
    }

    /** Position of the argument that says whether the operation's function runs in a context with a checkpoint of its own. */
    static Optional<Integer> contextConfig(MethodKey operation) {
        List<String> parameters = Descriptors.parameters(operation.descriptor());
        for (int i = 1; i < parameters.size(); i++) {
            if (Set.of(CHILD_CONFIG, RETRY_CONFIG, PARALLEL_CONFIG)
                    .contains(Descriptors.className(parameters.get(i)))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Whether the call decides that; all of them take one argument. */
    static boolean setsCheckpoint(MethodKey call) {
        return switch (call.name()) {
            case "isVirtual" -> call.owner().startsWith(CHILD_CONFIG);
            case "wrapInChildContext" -> call.owner().startsWith(RETRY_CONFIG);
            case "nestingType" -> call.owner().startsWith(PARALLEL_CONFIG);
            default -> false;
        };
    }

    /** Whether the field is the nesting with a checkpoint for each branch; empty for other fields. */
    static Optional<Boolean> isNested(FieldKey field) {
        return field.owner().equals(PACKAGE + "NestingType")
                ? Optional.of(field.name().equals("NESTED"))
                : Optional.empty();
    }
}
