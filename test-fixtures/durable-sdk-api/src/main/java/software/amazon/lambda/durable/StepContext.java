package software.amazon.lambda.durable;

import software.amazon.lambda.durable.context.BaseContext;

/** The context a step body receives. */
public interface StepContext extends BaseContext {
    int getAttempt();

    static StepContext getCurrentContext() {
        throw new UnsupportedOperationException("stand-in");
    }
}
