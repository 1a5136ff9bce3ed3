package modern;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Written with everything that Java 17 has. */
public final class ModerationHandler extends DurableHandler<Message, ModerationHandler.Outcome> {
    /** What becomes of a message. */
    public sealed interface Outcome {}

    /** It may stay. */
    public record Kept(String id) implements Outcome {}

    /** It is taken away. */
    public record Removed(String id, String why) implements Outcome {}

    @Override
    public Outcome handleRequest(Message message, DurableContext ctx) {
        var verdict = switch (message.kind()) {
            case TEXT -> ctx.invoke("judge-text", "judges:live", message.text(), String.class);
            case IMAGE -> {
                ctx.invoke("scan", "scanners:live", message.id(), String.class);
                yield ctx.invoke("judge-image", "judges:live", message.id(), String.class);
            }
            case COMMAND -> "ok";
        };
        var note = """
                {"message": "%s", "verdict": "%s"}
                """.formatted(message.id(), verdict);
        ctx.invoke("record", "audit:live", note, String.class);
        return verdict.equals("ok") ? new Kept(message.id()) : new Removed(message.id(), verdict);
    }
}
