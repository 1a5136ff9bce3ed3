package com.acme.orders.domain;

import com.acme.orders.adapter.StockTable;
import com.acme.orders.model.ReturnRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.config.StepConfig;
import software.amazon.lambda.durable.retry.RetryStrategies;

/** Puts goods back on the shelf; what is no longer sold goes to the outlet. */
public final class Restocking {
    /** The table is busy only for moments. */
    private static final StepConfig SOON_AGAIN = StepConfig.builder()
            .retryStrategy(RetryStrategies.fixedDelay(4, Duration.ofMillis(500)))
            .build();

    private final StockTable stock;

    public Restocking(StockTable stock) {
        this.stock = stock;
    }

    public void shelve(ReturnRequest request, DurableContext ctx) {
        List<String> leftovers = new ArrayList<>();
        for (var line : request.lines()) {
            ctx.step("shelve-" + line.sku(), Boolean.class, step -> {
                if (stock.sells(line.sku())) {
                    stock.add(line);
                    return true;
                }
                leftovers.add(line.sku());
                return false;
            }, SOON_AGAIN);
        }
        if (!leftovers.isEmpty()) {
            ctx.invoke("send-to-outlet", "outlet:live", leftovers, String.class);
        }
    }
}
