package pipeline;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Stages are functions that are put one after another. */
public final class DocumentHandler extends DurableHandler<Document, String> {
    @Override
    public String handleRequest(Document document, DurableContext ctx) {
        Stage spell = (text, context) -> context.invoke("spell", "spelling:live", text, String.class);
        Stage layout = (text, context) -> context.step("layout", String.class, step -> text.strip());
        var done = spell.then(layout).run(document.text(), ctx);
        ctx.wait("proof", Duration.ofHours(12));
        return ctx.invoke("publish", "press:live", done, String.class);
    }
}
