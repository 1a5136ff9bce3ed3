package com.acme.orders.domain;

/** A return that gets no refund. Made of its message alone, so that it can be made again from its checkpoint. */
public final class RefundRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefundRefused(String reason) {
        super(reason);
    }
}
