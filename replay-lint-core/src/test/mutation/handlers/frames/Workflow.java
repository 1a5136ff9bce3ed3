package frames;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/**
 * A frame for workflows.
 *
 * @param <I> what comes in
 * @param <O> what goes out
 */
abstract class Workflow<I, O> extends DurableHandler<I, O> {
    @Override
    public O handleRequest(I input, DurableContext ctx) {
        before(input, ctx);
        O output = run(input, ctx);
        after(output, ctx);
        return output;
    }

    protected void before(I input, DurableContext ctx) {
        ctx.getLogger().info("started with {}", input);
    }

    protected abstract O run(I input, DurableContext ctx);

    protected void after(O output, DurableContext ctx) {
        ctx.step("after", String.class, step -> "ended with " + output);
    }
}
