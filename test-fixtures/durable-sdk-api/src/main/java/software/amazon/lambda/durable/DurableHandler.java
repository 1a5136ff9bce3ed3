package software.amazon.lambda.durable;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Base class of durable function handlers. */
public abstract class DurableHandler<I, O> implements RequestStreamHandler {
    protected DurableHandler() {}

    protected DurableHandler(TypeToken<I> resultType) {}

    public DurableConfig getConfiguration() {
        throw new UnsupportedOperationException("stand-in");
    }

    protected DurableConfig createConfiguration() {
        throw new UnsupportedOperationException("stand-in");
    }

    public final void handleRequest(InputStream inputStream, OutputStream outputStream, Context lambdaContext) throws IOException {
        throw new UnsupportedOperationException("stand-in");
    }

    public abstract O handleRequest(I value, DurableContext durableContext);
}
