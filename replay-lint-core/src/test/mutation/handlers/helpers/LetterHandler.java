package helpers;

import java.util.UUID;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Names its steps through helpers of its own. */
public final class LetterHandler extends DurableHandler<Letter, String> {
    @Override
    public String handleRequest(Letter letter, DurableContext ctx) {
        var number = Steps.text(ctx, "number", () -> UUID.randomUUID().toString());
        var stamped = Steps.text(ctx, "stamp", letter::stamped);
        var length = Steps.with(ctx, "measure", stamped, Integer.class, String::length);
        if (length > 500) {
            ctx.invoke("print-large", "printer:live", stamped, String.class);
        } else {
            ctx.invoke("print-small", "printer:live", stamped, String.class);
        }
        return number;
    }
}
