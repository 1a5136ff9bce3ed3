package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: ser des. */
public class SerDesException extends DurableExecutionException {
    public SerDesException(String string, Throwable error) {}

    public SerDesException(String string) {}

    protected SerDesException() {}
}
