package software.amazon.lambda.durable.client;

/** Stands in for the SDK type of this name: durable execution client. */
public interface DurableExecutionClient {
}
