package software.amazon.lambda.durable;

import java.time.Duration;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.lambda.durable.config.CallbackConfig;
import software.amazon.lambda.durable.config.InvokeConfig;
import software.amazon.lambda.durable.config.MapConfig;
import software.amazon.lambda.durable.config.ParallelConfig;
import software.amazon.lambda.durable.config.RunInChildContextConfig;
import software.amazon.lambda.durable.config.StepConfig;
import software.amazon.lambda.durable.config.WaitForCallbackConfig;
import software.amazon.lambda.durable.config.WaitForConditionConfig;
import software.amazon.lambda.durable.config.WithRetryConfig;
import software.amazon.lambda.durable.context.BaseContext;
import software.amazon.lambda.durable.model.MapResult;
import software.amazon.lambda.durable.model.WaitForConditionResult;

/** The context on which a handler starts durable operations. */
public interface DurableContext extends BaseContext {
    static DurableContext getCurrentContext() {
        throw new UnsupportedOperationException("stand-in");
    }

    boolean isReplaying();

    default <T> T step(String name, Class<T> resultType, Function<StepContext, T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> T step(String name, Class<T> resultType, Function<StepContext, T> function, StepConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> T step(String name, TypeToken<T> resultType, Function<StepContext, T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> T step(String name, TypeToken<T> resultType, Function<StepContext, T> function, StepConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableFuture<T> stepAsync(String name, Class<T> resultType, Function<StepContext, T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableFuture<T> stepAsync(String name, Class<T> resultType, Function<StepContext, T> function, StepConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableFuture<T> stepAsync(String name, TypeToken<T> resultType, Function<StepContext, T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    <T> DurableFuture<T> stepAsync(String name, TypeToken<T> resultType, Function<StepContext, T> function, StepConfig config);

    @Deprecated
    default <T> T step(String name, Class<T> resultType, Supplier<T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    @Deprecated
    default <T> T step(String name, Class<T> resultType, Supplier<T> function, StepConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    @Deprecated
    default <T> T step(String name, TypeToken<T> resultType, Supplier<T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    @Deprecated
    default <T> T step(String name, TypeToken<T> resultType, Supplier<T> function, StepConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    @Deprecated
    default <T> DurableFuture<T> stepAsync(String name, Class<T> resultType, Supplier<T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    @Deprecated
    default <T> DurableFuture<T> stepAsync(String name, Class<T> resultType, Supplier<T> function, StepConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    @Deprecated
    default <T> DurableFuture<T> stepAsync(String name, TypeToken<T> resultType, Supplier<T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    @Deprecated
    default <T> DurableFuture<T> stepAsync(String name, TypeToken<T> resultType, Supplier<T> function, StepConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default Void wait(String name, Duration duration) {
        throw new UnsupportedOperationException("stand-in");
    }

    DurableFuture<Void> waitAsync(String name, Duration duration);

    default <T, U> T invoke(String name, String string, U value, Class<T> resultType) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T, U> T invoke(String name, String string, U value, Class<T> resultType, InvokeConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T, U> T invoke(String name, String string, U value, TypeToken<T> resultType) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T, U> T invoke(String name, String string, U value, TypeToken<T> resultType, InvokeConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T, U> DurableFuture<T> invokeAsync(String name, String string, U value, Class<T> resultType, InvokeConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T, U> DurableFuture<T> invokeAsync(String name, String string, U value, Class<T> resultType) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T, U> DurableFuture<T> invokeAsync(String name, String string, U value, TypeToken<T> resultType) {
        throw new UnsupportedOperationException("stand-in");
    }

    <T, U> DurableFuture<T> invokeAsync(String name, String string, U value, TypeToken<T> resultType, InvokeConfig config);

    default <T> DurableCallbackFuture<T> createCallback(String name, Class<T> resultType, CallbackConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableCallbackFuture<T> createCallback(String name, TypeToken<T> resultType) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableCallbackFuture<T> createCallback(String name, Class<T> resultType) {
        throw new UnsupportedOperationException("stand-in");
    }

    <T> DurableCallbackFuture<T> createCallback(String name, TypeToken<T> resultType, CallbackConfig config);

    default <T> T runInChildContext(String name, Class<T> resultType, Function<DurableContext, T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> T runInChildContext(String name, TypeToken<T> resultType, Function<DurableContext, T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableFuture<T> runInChildContextAsync(String name, Class<T> resultType, Function<DurableContext, T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableFuture<T> runInChildContextAsync(String name, TypeToken<T> resultType, Function<DurableContext, T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> T runInChildContext(String name, Class<T> resultType, Function<DurableContext, T> function, RunInChildContextConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> T runInChildContext(String name, TypeToken<T> resultType, Function<DurableContext, T> function, RunInChildContextConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableFuture<T> runInChildContextAsync(String name, Class<T> resultType, Function<DurableContext, T> function, RunInChildContextConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    <T> DurableFuture<T> runInChildContextAsync(String name, TypeToken<T> resultType, Function<DurableContext, T> function, RunInChildContextConfig config);

    default <I, O> MapResult<O> map(String name, Collection<I> items, Class<O> resultType, DurableContext.MapFunction<I, O> mapFunction) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <I, O> MapResult<O> map(String name, Collection<I> items, Class<O> resultType, DurableContext.MapFunction<I, O> mapFunction, MapConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <I, O> MapResult<O> map(String name, Collection<I> items, TypeToken<O> resultType, DurableContext.MapFunction<I, O> mapFunction) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <I, O> MapResult<O> map(String name, Collection<I> items, TypeToken<O> resultType, DurableContext.MapFunction<I, O> mapFunction, MapConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <I, O> DurableFuture<MapResult<O>> mapAsync(String name, Collection<I> items, Class<O> resultType, DurableContext.MapFunction<I, O> mapFunction) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <I, O> DurableFuture<MapResult<O>> mapAsync(String name, Collection<I> items, Class<O> resultType, DurableContext.MapFunction<I, O> mapFunction, MapConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <I, O> DurableFuture<MapResult<O>> mapAsync(String name, Collection<I> items, TypeToken<O> resultType, DurableContext.MapFunction<I, O> mapFunction) {
        throw new UnsupportedOperationException("stand-in");
    }

    <I, O> DurableFuture<MapResult<O>> mapAsync(String name, Collection<I> items, TypeToken<O> resultType, DurableContext.MapFunction<I, O> mapFunction, MapConfig config);

    default ParallelDurableFuture parallel(String name) {
        throw new UnsupportedOperationException("stand-in");
    }

    ParallelDurableFuture parallel(String name, ParallelConfig config);

    default <T> T waitForCallback(String name, Class<T> resultType, BiConsumer<String, StepContext> submitter) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> T waitForCallback(String name, TypeToken<T> resultType, BiConsumer<String, StepContext> submitter) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> T waitForCallback(String name, Class<T> resultType, BiConsumer<String, StepContext> submitter, WaitForCallbackConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> T waitForCallback(String name, TypeToken<T> resultType, BiConsumer<String, StepContext> submitter, WaitForCallbackConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableFuture<T> waitForCallbackAsync(String name, Class<T> resultType, BiConsumer<String, StepContext> submitter) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableFuture<T> waitForCallbackAsync(String name, TypeToken<T> resultType, BiConsumer<String, StepContext> submitter) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableFuture<T> waitForCallbackAsync(String name, Class<T> resultType, BiConsumer<String, StepContext> submitter, WaitForCallbackConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    <T> DurableFuture<T> waitForCallbackAsync(String name, TypeToken<T> resultType, BiConsumer<String, StepContext> submitter, WaitForCallbackConfig config);

    default <T> T waitForCondition(String name, Class<T> resultType, BiFunction<T, StepContext, WaitForConditionResult<T>> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> T waitForCondition(String name, Class<T> resultType, BiFunction<T, StepContext, WaitForConditionResult<T>> function, WaitForConditionConfig<T> config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> T waitForCondition(String name, TypeToken<T> resultType, BiFunction<T, StepContext, WaitForConditionResult<T>> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> T waitForCondition(String name, TypeToken<T> resultType, BiFunction<T, StepContext, WaitForConditionResult<T>> function, WaitForConditionConfig<T> config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableFuture<T> waitForConditionAsync(String name, Class<T> resultType, BiFunction<T, StepContext, WaitForConditionResult<T>> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableFuture<T> waitForConditionAsync(String name, Class<T> resultType, BiFunction<T, StepContext, WaitForConditionResult<T>> function, WaitForConditionConfig<T> config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableFuture<T> waitForConditionAsync(String name, TypeToken<T> resultType, BiFunction<T, StepContext, WaitForConditionResult<T>> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    <T> DurableFuture<T> waitForConditionAsync(String name, TypeToken<T> resultType, BiFunction<T, StepContext, WaitForConditionResult<T>> function, WaitForConditionConfig<T> config);

    default <T> T withRetry(String name, BiFunction<Integer, DurableContext, T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> T withRetry(String name, BiFunction<Integer, DurableContext, T> function, WithRetryConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableFuture<T> withRetryAsync(String name, BiFunction<Integer, DurableContext, T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    <T> DurableFuture<T> withRetryAsync(String name, BiFunction<Integer, DurableContext, T> function, WithRetryConfig config);

    public interface MapFunction<I, O> {
        O apply(I value, int number, DurableContext durableContext);
    }
}
