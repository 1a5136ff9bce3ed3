package software.amazon.lambda.durable.execution;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.function.BiFunction;
import software.amazon.lambda.durable.DurableConfig;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.TypeToken;
import software.amazon.lambda.durable.model.DurableExecutionInput;
import software.amazon.lambda.durable.model.DurableExecutionOutput;

/** Stands in for the SDK type of this name: durable executor. */
public class DurableExecutor {
    public static <I, O> DurableExecutionOutput execute(DurableExecutionInput durableExecutionInput, Context lambdaContext, TypeToken<I> resultType, BiFunction<I, DurableContext, O> function, DurableConfig configuration) {
        throw new UnsupportedOperationException("stand-in");
    }

    public static <I, O> RequestHandler<DurableExecutionInput, DurableExecutionOutput> wrap(TypeToken<I> resultType, BiFunction<I, DurableContext, O> function, DurableConfig configuration) {
        throw new UnsupportedOperationException("stand-in");
    }

    private DurableExecutor() {}
}
