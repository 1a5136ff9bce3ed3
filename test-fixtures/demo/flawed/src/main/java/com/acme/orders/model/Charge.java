package com.acme.orders.model;

/** What the payment function is asked to take; it takes it once for each key. */
public record Charge(String key, String customer, long cents, String currency) {}
