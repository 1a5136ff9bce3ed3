package fanout;

import java.util.ArrayList;
import java.util.List;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableFuture;
import software.amazon.lambda.durable.DurableHandler;

/** Converts all files at the same time, and adds up what came of it. */
public final class FanOutHandler extends DurableHandler<Batch, Integer> {
    private static final int MOST = 200;

    @Override
    public Integer handleRequest(Batch batch, DurableContext ctx) {
        if (batch.keys().size() > MOST) {
            throw new IllegalArgumentException("too many files");
        }
        List<DurableFuture<Integer>> futures = new ArrayList<>();
        for (String key : batch.keys()) {
            futures.add(ctx.stepAsync("convert-" + key, Integer.class, step -> convert(batch.bucket(), key)));
        }
        int pages = DurableFuture.allOf(futures).stream().mapToInt(Integer::intValue).sum();
        ctx.getLogger().info("{} pages", pages);
        ctx.invoke("index", "index:live", pages, String.class);
        return pages;
    }

    private static int convert(String bucket, String key) {
        return (bucket + key).length() % 10;
    }
}
