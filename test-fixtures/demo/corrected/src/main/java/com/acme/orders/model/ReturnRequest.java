package com.acme.orders.model;

import java.util.List;

/** What a customer wants to send back of an order; one line for each article. */
public record ReturnRequest(String id, String orderId, String customer, String mail, List<OrderLine> lines) {}
