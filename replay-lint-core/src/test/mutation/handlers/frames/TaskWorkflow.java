package frames;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;

/** Runs one task. */
public final class TaskWorkflow extends Workflow<Task, String> {
    @Override
    protected String run(Task task, DurableContext ctx) {
        var prepared = ctx.step("prepare", String.class, step -> task.payload().strip());
        ctx.wait("slot", Duration.ofMinutes(2));
        return ctx.invoke("execute", "tasks:live", prepared, String.class);
    }
}
