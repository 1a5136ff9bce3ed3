package software.amazon.lambda.durable;

import java.util.function.Function;
import software.amazon.lambda.durable.config.ParallelBranchConfig;
import software.amazon.lambda.durable.model.ParallelResult;
import software.amazon.lambda.durable.model.SafeCloseable;

/** Branches that run concurrently. */
public interface ParallelDurableFuture extends SafeCloseable, DurableFuture<ParallelResult> {
    default <T> DurableFuture<T> branch(String name, Class<T> resultType, Function<DurableContext, T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableFuture<T> branch(String name, TypeToken<T> resultType, Function<DurableContext, T> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    default <T> DurableFuture<T> branch(String name, Class<T> resultType, Function<DurableContext, T> function, ParallelBranchConfig config) {
        throw new UnsupportedOperationException("stand-in");
    }

    <T> DurableFuture<T> branch(String name, TypeToken<T> resultType, Function<DurableContext, T> function, ParallelBranchConfig config);
}
