package com.acme.orders.domain;

import com.acme.orders.model.ReturnRequest;

/** A return that gets no refund. */
public final class RefundRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefundRefused(ReturnRequest request, String reason) {
        super("return of order " + request.orderId() + ": " + reason);
    }
}
