package com.acme.orders.model;

/** What the payment function is asked to pay out; it pays once for each key. */
public record PayOut(String key, String customer, long cents) {}
