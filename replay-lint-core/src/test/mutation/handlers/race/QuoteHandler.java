package race;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableFuture;
import software.amazon.lambda.durable.DurableHandler;

/** Asks sellers in parallel branches and takes the cheapest. */
public final class QuoteHandler extends DurableHandler<Need, Quote> {
    @Override
    public Quote handleRequest(Need need, DurableContext ctx) {
        DurableFuture<Quote> first;
        DurableFuture<Quote> second;
        var parallel = ctx.parallel("quotes");
        try (parallel) {
            first = parallel.branch("first", Quote.class, branch -> {
                branch.wait("opening", Duration.ofMinutes(5));
                return branch.invoke("ask-first", "seller-first:live", need, Quote.class);
            });
            second = parallel.branch("second", Quote.class, branch ->
                    branch.invoke("ask-second", "seller-second:live", need, Quote.class));
        }
        if (parallel.get().failed() > 0) {
            return new Quote("none", 0);
        }
        var cheapest = first.get().cents() <= second.get().cents() ? first.get() : second.get();
        ctx.invoke("buy", "orders:live", cheapest, String.class);
        return cheapest;
    }
}
