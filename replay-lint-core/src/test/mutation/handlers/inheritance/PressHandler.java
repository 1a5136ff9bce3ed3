package inheritance;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;

/** Care of a press. */
public final class PressHandler extends CareHandler {
    @Override
    void work(Machine machine, DurableContext ctx) {
        ctx.invoke("oil", "workshop:live", machine.id(), String.class);
        ctx.wait("run-in", Duration.ofHours(1));
    }
}
