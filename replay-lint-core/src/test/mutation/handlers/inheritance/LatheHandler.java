package inheritance;

import software.amazon.lambda.durable.DurableContext;

/** Care of a lathe. */
public final class LatheHandler extends CareHandler {
    @Override
    void work(Machine machine, DurableContext ctx) {
        if (machine.hours() > 1_000) {
            ctx.invoke("sharpen", "workshop:live", machine.id(), String.class);
        }
    }

    @Override
    String open(Machine machine, DurableContext ctx) {
        ctx.invoke("brake", "workshop:live", machine.id(), String.class);
        return super.open(machine, ctx);
    }
}
