package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: durable execution. */
public class DurableExecutionException extends RuntimeException {
    public DurableExecutionException(String string, Throwable error, StackTraceElement[] stackTraceElement) {}

    public DurableExecutionException(String string, Throwable error) {}

    public DurableExecutionException(String string) {}

    protected DurableExecutionException() {}
}
