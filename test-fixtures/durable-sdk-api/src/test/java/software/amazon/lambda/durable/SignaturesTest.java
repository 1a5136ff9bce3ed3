package software.amazon.lambda.durable;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.lambda.durable.context.BaseContext;
import software.amazon.lambda.durable.exception.CallbackException;
import software.amazon.lambda.durable.exception.DurableExecutionException;
import software.amazon.lambda.durable.exception.DurableOperationException;
import software.amazon.lambda.durable.exception.InvokeException;
import software.amazon.lambda.durable.exception.NonDeterministicExecutionException;
import software.amazon.lambda.durable.exception.SerDesException;
import software.amazon.lambda.durable.exception.StepException;
import software.amazon.lambda.durable.exception.StepFailedException;
import software.amazon.lambda.durable.exception.StepInterruptedException;
import software.amazon.lambda.durable.exception.UnrecoverableDurableExecutionException;
import software.amazon.lambda.durable.execution.DurableExecutionError;
import software.amazon.lambda.durable.execution.SuspendExecutionException;

/** The stand-in against what is known of the SDK 2.1. */
final class SignaturesTest {

    @ParameterizedTest
    @CsvSource({
        "step, 8",
        "stepAsync, 8",
        "waitAsync, 1",
        "invoke, 4",
        "invokeAsync, 4",
        "createCallback, 4",
        "runInChildContext, 4",
        "runInChildContextAsync, 4",
        "map, 4",
        "mapAsync, 4",
        "parallel, 2",
        "waitForCallback, 4",
        "waitForCallbackAsync, 4",
        "waitForCondition, 4",
        "waitForConditionAsync, 4",
        "withRetry, 2",
        "withRetryAsync, 2"
    })
    void contextHasEveryOverload(String method, int overloads) {
        assertThat(overloads(DurableContext.class, method)).isEqualTo(overloads);
    }

    private static int overloads(Class<?> type, String method) {
        return (int) Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getName().equals(method))
                .count();
    }

    @Test
    void everyOperationTakesItsNameFirst() {
        Arrays.stream(DurableContext.class.getDeclaredMethods())
                .filter(m -> m.getParameterCount() > 0)
                .forEach(m -> assertWithMessage(m.toString())
                        .that(m.getParameterTypes()[0])
                        .isEqualTo(String.class));
    }

    @Test
    void parallelHasFourBranches() {
        assertThat(overloads(ParallelDurableFuture.class, "branch")).isEqualTo(4);
        assertThat(AutoCloseable.class.isAssignableFrom(ParallelDurableFuture.class)).isTrue();
        assertThat(DurableFuture.class.isAssignableFrom(ParallelDurableFuture.class)).isTrue();
    }

    @Test
    void contextsShareABase() {
        assertThat(BaseContext.class.isAssignableFrom(DurableContext.class)).isTrue();
        assertThat(BaseContext.class.isAssignableFrom(StepContext.class)).isTrue();
    }

    @Test
    void handlersOverrideOneMethod() throws NoSuchMethodException {
        int modifiers = DurableHandler.class
                .getMethod("handleRequest", Object.class, DurableContext.class)
                .getModifiers();
        assertThat(Modifier.isAbstract(modifiers)).isTrue();
    }

    @Test
    void suspensionIsAnError() {
        assertThat(SuspendExecutionException.class.getSuperclass()).isEqualTo(DurableExecutionError.class);
        assertThat(DurableExecutionError.class.getSuperclass()).isEqualTo(Error.class);
    }

    @Test
    void failuresAreRuntimeExceptions() {
        assertThat(DurableExecutionException.class.getSuperclass()).isEqualTo(RuntimeException.class);
        assertThat(SerDesException.class.getSuperclass()).isEqualTo(DurableExecutionException.class);
        assertThat(NonDeterministicExecutionException.class.getSuperclass())
                .isEqualTo(UnrecoverableDurableExecutionException.class);
        assertThat(StepException.class.getSuperclass()).isEqualTo(DurableOperationException.class);
        assertThat(InvokeException.class.getSuperclass()).isEqualTo(DurableOperationException.class);
        assertThat(CallbackException.class.getSuperclass()).isEqualTo(DurableOperationException.class);
        assertThat(StepFailedException.class.getSuperclass()).isEqualTo(StepException.class);
        assertThat(StepInterruptedException.class.getSuperclass()).isEqualTo(StepException.class);
    }
}
