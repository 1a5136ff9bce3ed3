package chained;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Static helpers that call each other with the context. */
public final class VideoHandler extends DurableHandler<Video, String> {
    @Override
    public String handleRequest(Video video, DurableContext ctx) {
        return Stages.all(video, ctx);
    }
}
