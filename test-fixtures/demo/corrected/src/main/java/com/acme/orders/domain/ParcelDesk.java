package com.acme.orders.domain;

import com.acme.orders.adapter.LabelQueue;
import com.acme.orders.model.ReturnRequest;
import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.config.CallbackConfig;
import software.amazon.lambda.durable.config.WaitForCallbackConfig;
import software.amazon.lambda.durable.exception.CallbackTimeoutException;

/** Sends labels, and waits for the parcels that carry them. */
public final class ParcelDesk {
    private static final WaitForCallbackConfig TWO_WEEKS = WaitForCallbackConfig.builder()
            .callbackConfig(
                    CallbackConfig.builder().timeout(Duration.ofDays(14)).build())
            .build();

    private final LabelQueue labels;

    public ParcelDesk(LabelQueue labels) {
        this.labels = labels;
    }

    public boolean arrives(ReturnRequest request, DurableContext ctx) {
        try {
            ctx.waitForCallback("parcel", String.class, (id, step) -> labels.order(request, id), TWO_WEEKS);
            return true;
        } catch (CallbackTimeoutException e) {
            ctx.getLogger().warn("no parcel for return {}", request.id());
            return false;
        }
    }
}
