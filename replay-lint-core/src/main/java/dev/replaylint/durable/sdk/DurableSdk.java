package dev.replaylint.durable.sdk;

import dev.replaylint.program.Descriptors;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every name of the AWS Durable Execution SDK for Java that the analysis knows, once; versions 1.x and 2.x, package
 * {@code software.amazon.lambda.durable}. What configures an operation is in {@link DurableSettings}.
 */
public final class DurableSdk {

    static final String ROOT = "software.amazon.lambda.durable";

    /** The context that operations are called on. */
    public static final String CONTEXT = ROOT + ".DurableContext";

    /** The context a step body receives. */
    public static final String STEP_CONTEXT = ROOT + ".StepContext";

    /** What contexts have in common (since 1.0). */
    public static final String BASE_CONTEXT = ROOT + ".context.BaseContext";

    /** The base class of handlers. */
    public static final String HANDLER = ROOT + ".DurableHandler";

    /** The logger that keeps silent on replay. */
    public static final String LOGGER = ROOT + ".logging.DurableLogger";

    /** How an operation ends the invocation; an {@code Error} since 1.1, a {@code RuntimeException} before. */
    static final String SUSPENSION = ROOT + ".execution.SuspendExecutionException";

    /** How an operation says that this replay cannot go on: another way taken, a checkpoint that could not be written. */
    static final String UNRECOVERABLE = ROOT + ".exception.UnrecoverableDurableExecutionException";

    private static final String STEP_FAILED = ROOT + ".exception.StepFailedException";
    private static final String CHILD_FAILED = ROOT + ".exception.ChildContextFailedException";
    private static final String FUTURE = ROOT + ".DurableFuture";
    private static final String PARALLEL_FUTURE = ROOT + ".ParallelDurableFuture";

    /** Words one of which stands in every file, source or class, where durable code can start. */
    public static final Set<String> WORDS = Set.of(ROOT, ROOT.replace('.', '/'));

    /** The packages that users name. */
    public static final Set<String> PACKAGES = Set.of(
            ROOT,
            ROOT + ".config",
            ROOT + ".context",
            ROOT + ".exception",
            ROOT + ".execution",
            ROOT + ".logging",
            ROOT + ".model",
            ROOT + ".retry",
            ROOT + ".serde");

    /** The packages that users do not name in workflow code. */
    private static final Set<String> INNER_PACKAGES = Set.of(
            ROOT + ".annotations",
            ROOT + ".client",
            ROOT + ".operation",
            ROOT + ".otel",
            ROOT + ".plugin",
            ROOT + ".testing",
            ROOT + ".testing.cloud",
            ROOT + ".testing.local",
            ROOT + ".util");

    private static final Set<String> FUNCTIONS = Set.of(
            "java.util.function.Function",
            "java.util.function.Supplier",
            "java.util.function.BiConsumer",
            "java.util.function.BiFunction",
            CONTEXT + "$MapFunction");

    private static final int LONGEST_NAME = 256;

    /** What methods end with that do not wait for the result. */
    public static final String ASYNC = "Async";

    private static final String CURRENT = "getCurrentContext";

    /** Operations that only start something, besides the {@code …Async} ones. */
    private static final Set<String> STARTING = Set.of("createCallback", "parallel", "branch");

    private static final Set<String> JOINING = Set.of("get", "allOf", "close");

    private DurableSdk() {}

    /** Whether the class belongs to the SDK. Its examples live in packages below its own. */
    public static boolean owns(String binaryName) {
        if (!binaryName.startsWith(ROOT)) {
            return false;
        }
        String name = binaryName.substring(0, Math.max(binaryName.lastIndexOf('.'), 0));
        return PACKAGES.contains(name) || INNER_PACKAGES.contains(name);
    }

    /** The operation that this call starts. */
    public static Optional<OperationKind> operation(MethodKey call, Program program) {
        Optional<OperationKind> kind = kindByName(call);
        if (kind.isEmpty() || !takesName(call)) {
            return Optional.empty();
        }
        String receiver = kind.get() == OperationKind.BRANCH ? PARALLEL_FUTURE : CONTEXT;
        return program.isSubtype(call.owner(), receiver) ? kind : Optional.empty();
    }

    /**
     * Whether the call looks like one that starts an operation, and is none that is known, so it is of a later version: it is called as
     * one of the known, or it is on a context, and takes a name and a function or gives a future.
     */
    public static boolean isUnknown(MethodKey call, Program program) {
        if (!owns(call.owner()) || operation(call, program).isPresent()) {
            return false;
        }
        boolean called = kindByName(call).isPresent() && !call.descriptor().startsWith("(J");
        boolean looks = function(call).isPresent()
                || Descriptors.result(call.descriptor()).endsWith("Future;");
        return called || (isContext(call.owner(), program) && takesName(call) && looks);
    }

    /** The kind of operation that a call known to start one starts. */
    public static Optional<OperationKind> kindByName(MethodKey operation) {
        return OperationKind.ofMethod(operation.name());
    }

    /** All operations take their name first; {@code Object.wait(long)} does not. */
    private static boolean takesName(MethodKey call) {
        return call.descriptor().startsWith("(Ljava/lang/String;")
                || call.descriptor().startsWith("(Ljava/lang/Object;");
    }

    /** Position of the argument that is the operation's function. */
    public static Optional<Integer> function(MethodKey operation) {
        List<String> parameters = Descriptors.parameters(operation.descriptor());
        for (int i = 1; i < parameters.size(); i++) {
            if (FUNCTIONS.contains(Descriptors.className(parameters.get(i)))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The longest name that an operation may have, so that the names which the SDK makes of it fit as well. */
    public static int longestName(OperationKind kind) {
        return LONGEST_NAME - nameSuffix(kind).map(String::length).orElse(0);
    }

    /** What the SDK appends to the name for operations of its own; of several the longest that is certain. */
    public static Optional<String> nameSuffix(OperationKind kind) {
        return switch (kind) {
            case WAIT_FOR_CALLBACK -> Optional.of("-submitter");
            case MAP -> Optional.of("-iteration-0");
            case WITH_RETRY -> Optional.of("-backoff-1");
            default -> Optional.empty();
        };
    }

    /** Whether the SDK checks the name before it starts anything; else only the service does. */
    public static boolean validatesName(OperationKind kind) {
        return kind != OperationKind.PARALLEL && kind != OperationKind.BRANCH;
    }

    /** A character that no name may have, as its Unicode code point. */
    public static Optional<String> characterNotInNames(String name) {
        return name.codePoints()
                .filter(c -> c < ' ' || c > '~')
                .mapToObj(c -> String.format("`U+%04X`", c))
                .findFirst();
    }

    /** Position of the collection that a map operation runs over. */
    public static final int MAP_ITEMS = 1;

    /** Whether the call waits for operations that were started before. */
    public static boolean joins(MethodKey call, Program program) {
        return JOINING.contains(call.name()) && program.isSubtype(call.owner(), FUTURE);
    }

    /** Whether the call may end the invocation: it waits for an operation's result, its own or an earlier one's. */
    public static boolean suspends(MethodKey call, Program program) {
        boolean only = STARTING.contains(call.name()) || call.name().endsWith(ASYNC);
        return joins(call, program)
                || isAnyOf(call, program)
                || (!only && operation(call, program).isPresent());
    }

    /** {@code DurableContext.getCurrentContext()}. */
    public static boolean isCurrentContext(MethodKey call) {
        return call.name().equals(CURRENT) && call.owner().equals(CONTEXT);
    }

    /** {@code StepContext.getCurrentContext()}. */
    public static boolean isCurrentStepContext(MethodKey call) {
        return call.name().equals(CURRENT) && call.owner().equals(STEP_CONTEXT);
    }

    /** What an operation throws in place of its function's exception where that cannot be rebuilt from the checkpoint. */
    public static Optional<String> substitute(OperationKind kind) {
        return switch (kind) {
            case STEP -> Optional.of(STEP_FAILED);
            case CHILD_CONTEXT -> Optional.of(CHILD_FAILED);
            default -> Optional.empty();
        };
    }

    /** {@code DurableFuture.anyOf}. */
    public static boolean isAnyOf(MethodKey call, Program program) {
        return call.name().equals("anyOf") && program.isSubtype(call.owner(), FUTURE);
    }

    /** {@code isReplaying()}, on every context in 1.x, on {@code DurableContext} since 2.0. */
    public static boolean isReplaying(MethodKey call, Program program) {
        return call.name().equals("isReplaying") && isContext(call.owner(), program);
    }

    /** Whether the class is a context of any kind. */
    public static boolean isContext(String binaryName, Program program) {
        return program.isSubtype(binaryName, BASE_CONTEXT)
                || program.isSubtype(binaryName, CONTEXT)
                || program.isSubtype(binaryName, STEP_CONTEXT);
    }

    /** Whether the call gives the logger of a context. */
    public static boolean isContextLogger(MethodKey call, Program program) {
        return call.name().equals("getLogger") && isContext(call.owner(), program);
    }

    /** Whether the call writes to a context's own logger. */
    public static boolean logs(MethodKey call) {
        return call.owner().equals(LOGGER);
    }

    /** Whether a parameter with this descriptor is a context that operations can be called on. */
    public static boolean isContextParameter(String descriptor) {
        return Descriptors.className(descriptor).equals(CONTEXT);
    }

    /** The SDK methods that the handler base class calls on a handler. */
    public static boolean isHandlerMethod(MethodKey method) {
        List<String> parameters = Descriptors.parameters(method.descriptor());
        return method.name().equals("handleRequest") && parameters.size() == 2 && isContextParameter(parameters.get(1));
    }

    /** Whether the call gives a step's id or name, which is the same in every execution. */
    public static boolean isPosition(MethodKey call, Program program) {
        return Set.of("getContextId", "getContextName").contains(call.name()) && isContext(call.owner(), program);
    }

    /** Whether the call gives the number of a step's attempt. */
    public static boolean isAttempt(MethodKey call, Program program) {
        return call.name().equals("getAttempt") && program.isSubtype(call.owner(), STEP_CONTEXT);
    }

    /** Whether a parameter of the function given to a map operation is the item's index. */
    public static boolean isMapIndex(MethodKey operation, int parameter) {
        return kindByName(operation).filter(k -> k == OperationKind.MAP).isPresent() && parameter == 1;
    }

    /** Whether a parameter of the function given to {@code withRetry} is the number of the attempt. */
    public static boolean isAttemptNumber(MethodKey operation, int parameter) {
        return kindByName(operation).filter(k -> k == OperationKind.WITH_RETRY).isPresent() && parameter == 0;
    }

    /** Whether a call starts operations whose functions run beside others. */
    public static boolean runsBeside(Site start) {
        return start instanceof Site.Call call
                && (call.target().name().endsWith(ASYNC)
                        || kindByName(call.target())
                                .filter(k -> k == OperationKind.MAP || k == OperationKind.BRANCH)
                                .isPresent());
    }
}
