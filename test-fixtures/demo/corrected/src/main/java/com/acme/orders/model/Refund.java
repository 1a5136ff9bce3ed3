package com.acme.orders.model;

/** What the customer gets for a return, and by which means. */
public record Refund(String returnId, long cents, String means) {
    /** The answer to a return that is refused or has never arrived. */
    public static Refund none(ReturnRequest request) {
        return new Refund(request.id(), 0, "none");
    }
}
