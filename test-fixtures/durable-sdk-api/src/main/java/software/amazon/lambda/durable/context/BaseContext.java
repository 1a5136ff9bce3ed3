package software.amazon.lambda.durable.context;

import com.amazonaws.services.lambda.runtime.Context;
import org.slf4j.Logger;
import software.amazon.lambda.durable.DurableConfig;
import software.amazon.lambda.durable.logging.DurableLogger;

/** What all contexts have in common. */
public interface BaseContext {
    public static final ThreadLocal<BaseContext> CONTEXT = new ThreadLocal<>();

    static BaseContext getCurrentContext() {
        throw new UnsupportedOperationException("stand-in");
    }

    DurableLogger getLogger();

    DurableLogger getLogger(Logger logger);

    Context getLambdaContext();

    String getExecutionArn();

    DurableConfig getDurableConfig();

    String getContextId();

    String getContextName();
}
