package software.amazon.lambda.durable.model;

/** Stands in for the SDK type of this name: safe closeable. */
public interface SafeCloseable extends AutoCloseable {
    void close();
}
