package frames;

import software.amazon.lambda.durable.DurableContext;

/** Does nothing afterwards. */
public final class QuietWorkflow extends Workflow<Task, Integer> {
    @Override
    protected Integer run(Task task, DurableContext ctx) {
        return ctx.step("count", Integer.class, step -> task.payload().length());
    }

    @Override
    protected void after(Integer output, DurableContext ctx) {
        ctx.getLogger().info("counted {}", output);
    }
}
