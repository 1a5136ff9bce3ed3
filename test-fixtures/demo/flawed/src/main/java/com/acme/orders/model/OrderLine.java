package com.acme.orders.model;

/** One article of an order; the price is for one piece. */
public record OrderLine(String sku, int quantity, long cents) {}
