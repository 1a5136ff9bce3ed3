package streams;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Uses streams for what needs no operation, and loops for what does. */
public final class CartHandler extends DurableHandler<Cart, Long> {
    private static final int MOST = 50;

    @Override
    public Long handleRequest(Cart cart, DurableContext ctx) {
        if (cart.lines().size() > MOST) {
            throw new IllegalArgumentException("too many lines");
        }
        for (var group : cart.bySku().entrySet()) {
            int pieces = group.getValue().stream().mapToInt(Cart.Line::pieces).sum();
            ctx.invoke("reserve-" + group.getKey(), "stock:live", pieces, String.class);
        }
        var skus = cart.lines().stream().map(Cart.Line::sku).distinct().sorted().toList();
        ctx.invoke("announce", "warehouse:live", skus, String.class);
        long total = cart.total();
        boolean free = skus.stream().anyMatch(s -> s.startsWith("gift"));
        if (!free && total > 0) {
            ctx.invoke("charge", "payments:live", total, String.class);
        }
        return total;
    }
}
