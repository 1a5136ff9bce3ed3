package com.acme.orders.domain;

import com.acme.orders.adapter.LabelQueue;
import com.acme.orders.model.ReturnRequest;
import software.amazon.lambda.durable.DurableContext;

/** Sends labels, and waits for the parcels that carry them. */
public final class ParcelDesk {
    private final LabelQueue labels;

    public ParcelDesk(LabelQueue labels) {
        this.labels = labels;
    }

    public boolean arrives(ReturnRequest request, DurableContext ctx) {
        try {
            ctx.waitForCallback("parcel", String.class, (id, step) -> labels.order(request, id));
            return true;
        } catch (Throwable t) {
            ctx.getLogger().warn("no parcel for return {}", request.id());
            return false;
        }
    }
}
