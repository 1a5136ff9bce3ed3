package inheritance;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** The order of care; subclasses fill in what is done. */
abstract class CareHandler extends DurableHandler<Machine, String> {
    @Override
    public final String handleRequest(Machine machine, DurableContext ctx) {
        var opened = open(machine, ctx);
        work(machine, ctx);
        close(opened, ctx);
        return opened;
    }

    String open(Machine machine, DurableContext ctx) {
        return ctx.step("open", String.class, step -> "opened " + machine.id());
    }

    abstract void work(Machine machine, DurableContext ctx);

    private void close(String opened, DurableContext ctx) {
        ctx.step("close", String.class, step -> "closed " + opened);
    }
}
