package software.amazon.lambda.durable;

/** The result of a callback, with the id to complete it by. */
public interface DurableCallbackFuture<T> extends DurableFuture<T> {
    String callbackId();
}
