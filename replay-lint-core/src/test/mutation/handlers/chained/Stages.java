package chained;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;

/** What happens to a film, in order. */
final class Stages {
    private Stages() {}

    static String all(Video video, DurableContext ctx) {
        var decoded = decode(video, ctx);
        var cut = cut(decoded, ctx);
        return encode(video, cut, ctx);
    }

    private static String decode(Video video, DurableContext ctx) {
        return ctx.step("decode", String.class, step -> "raw " + video.id());
    }

    private static String cut(String raw, DurableContext ctx) {
        ctx.wait("editor", Duration.ofHours(8));
        return ctx.invoke("cut", "cutters:live", raw, String.class);
    }

    private static String encode(Video video, String cut, DurableContext ctx) {
        return video.format().isEmpty() ? cut : ctx.step("encode", String.class, step -> cut + "." + video.format());
    }
}
