package dev.replaylint.durable.sdk;

import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.JavaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names by which users of the SDK configure operations: configurations, semantics, strategies. The rest is in {@link DurableSdk}. */
public final class DurableSettings {

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
    private static final String ANSWER_CONFIG = PACKAGE + "CallbackConfig";
    private static final String TYPE_TOKEN = DurableSdk.ROOT + ".TypeToken";
    private static final String CONDITION_CONFIG = PACKAGE + "WaitForConditionConfig";

    /** 366 days. */
    private static final long LONGEST_WAIT = 31_622_400;

    private static final long LONGEST_TIMEOUT = 99_999_999;

    private DurableSettings() {}

    /** The setter of an operation's configuration that decides whether the contexts it opens are checkpointed, if it has one. */
    public static Optional<String> contextSetting(OperationKind kind) {
        return switch (kind) {
            case CHILD_CONTEXT -> Optional.of("isVirtual");
            case MAP, PARALLEL -> Optional.of("nestingType");
            case WITH_RETRY -> Optional.of("wrapInChildContext");
            default -> Optional.empty();
        };
    }

    /** Whether contexts are not checkpointed under this setting; a kind's default where nothing is set. */
    public static boolean isVirtual(OperationKind kind, Optional<String> setting) {
        return switch (kind) {
            case CHILD_CONTEXT -> setting.filter("true"::equals).isPresent();
            case MAP, PARALLEL -> setting.filter("FLAT"::equals).isPresent();
            case WITH_RETRY -> setting.filter("true"::equals).isEmpty();
            default -> false;
        };
    }

    /** Position of the argument that configures how an operation's step is delivered. */
    public static Optional<Integer> stepConfig(MethodKey operation) {
        return parameter(operation, Set.of(STEP_CONFIG, CALLBACK_CONFIG));
    }

    /** Whether the argument configures a callback, and through that its submitter. */
    public static boolean isCallbackConfig(MethodKey operation, int argument) {
        String type = Descriptors.parameters(operation.descriptor()).get(argument);
        return Descriptors.className(type).equals(CALLBACK_CONFIG);
    }

    /** Whether the operation waits for somebody outside to answer. */
    public static boolean isCallback(OperationKind kind) {
        return kind == OperationKind.CREATE_CALLBACK || kind == OperationKind.WAIT_FOR_CALLBACK;
    }

    /** Position of the argument that configures how long an answer is waited for. */
    public static Optional<Integer> callbackConfig(MethodKey operation) {
        return parameter(operation, Set.of(CALLBACK_CONFIG, ANSWER_CONFIG));
    }

    /** Whether the call gives the configuration of a wait for a callback that of the callback. */
    public static boolean setsCallbackConfig(MethodKey call) {
        return call.name().equals("callbackConfig") && call.owner().startsWith(CALLBACK_CONFIG);
    }

    /** Whether the call says when a callback fails that nobody answers. */
    public static boolean setsTimeout(MethodKey call) {
        return Set.of("timeout", "heartbeatTimeout").contains(call.name())
                && call.owner().startsWith(ANSWER_CONFIG);
    }

    /** Whether the call says how long an answer is waited for, heartbeats or not. */
    public static boolean setsWholeTimeout(MethodKey call) {
        return setsTimeout(call) && call.name().equals("timeout");
    }

    /** Position of the argument that says what type an operation's result has. */
    public static Optional<Integer> resultType(MethodKey operation) {
        return parameter(operation, Set.of("java.lang.Class", TYPE_TOKEN));
    }

    /** The type that a token keeps, if the class is a token. */
    public static Optional<JavaType> keptType(ClassHeader token) {
        return token.superclass()
                .filter(t -> t.name().equals(TYPE_TOKEN) && t.arguments().size() == 1)
                .map(t -> t.arguments().get(0));
    }

    /** Whether the call makes the token of a class. */
    public static boolean isTokenOfClass(MethodKey call) {
        return call.name().equals("get") && call.owner().equals(TYPE_TOKEN);
    }

    /** Position of the argument that configures an operation. */
    public static Optional<Integer> config(MethodKey operation) {
        List<String> parameters = Descriptors.parameters(operation.descriptor());
        int last = parameters.size() - 1;
        return Descriptors.className(parameters.get(last)).startsWith(DurableSdk.ROOT + ".config.")
                ? Optional.of(last)
                : Optional.empty();
    }

    /** Whether the call gives an operation, or all operations of a handler, another serialization. */
    public static boolean setsSerDes(MethodKey call) {
        return Set.of("serDes", "withSerDes").contains(call.name()) && DurableSdk.owns(call.owner());
    }

    /** Whether the call gives the configuration of a handler, or what makes one. */
    public static boolean givesConfig(MethodKey call) {
        return call.resultClass().startsWith(DurableSdk.ROOT + ".DurableConfig");
    }

    /** Whether the constructor makes the serialization that there is anyway. */
    public static boolean isDefaultSerDes(MethodKey constructor) {
        return constructor.owner().equals(DurableSdk.ROOT + ".serde.JacksonSerDes")
                && constructor.descriptor().startsWith("()");
    }

    /** Whether the operation runs several functions, of which some may fail. */
    public static boolean isBatch(OperationKind kind) {
        return kind == OperationKind.MAP || kind == OperationKind.PARALLEL;
    }

    /** Whether a method of a result of several functions tells that some failed. */
    public static boolean tellsFailures(OperationKind kind, String method) {
        return kind == OperationKind.MAP
                ? Set.of("allSucceeded", "failed", "getError", "completionReason", "items", "getItem")
                        .contains(method)
                : Set.of("failed", "succeeded", "statuses", "completionStatus").contains(method);
    }

    /** Whether the call says when several functions are done. */
    public static boolean setsCompletion(MethodKey call) {
        return call.name().equals("completionConfig") && DurableSdk.owns(call.owner());
    }

    /** Whether the call makes a condition that asks for successes, and not for the lack of failures. */
    public static boolean choosesSuccesses(MethodKey call) {
        return !Set.of("allSuccessful", "allCompleted", "toleratedFailureCount", "toleratedFailurePercentage")
                .contains(call.name());
    }

    /** Whether a parameter with this descriptor is the configuration of an operation. */
    public static boolean isConfig(String descriptor) {
        return Descriptors.className(descriptor).startsWith(DurableSdk.ROOT + ".config.");
    }

    /** The longest duration that the service takes from the call. */
    public static Duration longest(MethodKey call) {
        return Duration.ofSeconds(call.owner().startsWith(ANSWER_CONFIG) ? LONGEST_TIMEOUT : LONGEST_WAIT);
    }

    private static Optional<Integer> parameter(MethodKey operation, Set<String> types) {
        List<String> parameters = Descriptors.parameters(operation.descriptor());
        for (int i = 1; i < parameters.size(); i++) {
            if (types.contains(Descriptors.className(parameters.get(i)))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Whether the call gives the configuration of a callback that of its submitter. */
    public static boolean setsStepConfig(MethodKey call) {
        return call.name().equals("stepConfig") && call.owner().startsWith(CALLBACK_CONFIG);
    }

    public static boolean setsSemantics(MethodKey call) {
        return call.name().equals("semanticsPerRetry") && call.owner().startsWith(STEP_CONFIG);
    }

    /** The setter of 1.x, whose promise of at most one run included that of no retry. */
    public static boolean setsSemanticsOfStep(MethodKey call) {
        return call.name().equals("semantics") && call.owner().startsWith(STEP_CONFIG);
    }

    /** Whether the call sets what decides on another attempt, or on another poll. */
    public static boolean setsStrategy(MethodKey call) {
        String owner = call.owner();
        return switch (call.name()) {
            case "retryStrategy" -> owner.startsWith(STEP_CONFIG) || owner.startsWith(RETRY_CONFIG);
            case "waitStrategy" -> owner.startsWith(CONDITION_CONFIG);
            default -> false;
        };
    }

    /** Position of the argument that configures how often {@code withRetry} or {@code waitForCondition} try. */
    public static Optional<Integer> strategyConfig(MethodKey operation) {
        return parameter(operation, Set.of(RETRY_CONFIG, CONDITION_CONFIG));
    }

    /** Whether the field is the constant for at most one run; empty for other fields. */
    public static Optional<Boolean> isAtMostOnce(FieldKey field) {
        return field.owner().equals(SEMANTICS)
                ? Optional.of(field.name().startsWith("AT_MOST_ONCE"))
                : Optional.empty();
    }

    /** Where a function given to this SDK call, which is no operation, runs; empty if never in handler code. */
    public static Optional<Region> functionRegion(MethodKey call) {
        String owner = call.owner();
        boolean replayed = owner.startsWith(RETRY_CONFIG)
                || owner.startsWith(COMPLETION_CONFIG)
                || owner.startsWith(MAP_CONFIG)
                || executes(call);
        return replayed ? Optional.of(Region.REPLAYED) : Optional.empty();
    }

    /** Whether the call is given the function that is to be an execution. */
    public static boolean executes(MethodKey call) {
        return call.owner().equals(EXECUTOR);
    }

    /** Position of the argument that says whether the operation's function runs in a context with a checkpoint of its own. */
    public static Optional<Integer> contextConfig(MethodKey operation) {
        return parameter(operation, Set.of(CHILD_CONFIG, RETRY_CONFIG, PARALLEL_CONFIG));
    }

    /** Whether the call decides that; all of them take one argument. */
    public static boolean setsCheckpoint(MethodKey call) {
        return switch (call.name()) {
            case "isVirtual" -> call.owner().startsWith(CHILD_CONFIG);
            case "wrapInChildContext" -> call.owner().startsWith(RETRY_CONFIG);
            case "nestingType" -> call.owner().startsWith(PARALLEL_CONFIG);
            default -> false;
        };
    }

    /** Whether the field is the nesting with a checkpoint for each branch; empty for other fields. */
    public static Optional<Boolean> isNested(FieldKey field) {
        return field.owner().equals(PACKAGE + "NestingType")
                ? Optional.of(field.name().equals("NESTED"))
                : Optional.empty();
    }
}
