package software.amazon.lambda.durable;

import java.util.List;

/** The result of an operation that was started asynchronously. */
public interface DurableFuture<T> {
    T get();

    @SafeVarargs
    static <T> List<T> allOf(DurableFuture<T>... durableFuture) {
        throw new UnsupportedOperationException("stand-in");
    }

    static <T> List<T> allOf(List<DurableFuture<T>> list) {
        throw new UnsupportedOperationException("stand-in");
    }

    static Object anyOf(DurableFuture<?>... durableFuture) {
        throw new UnsupportedOperationException("stand-in");
    }
}
