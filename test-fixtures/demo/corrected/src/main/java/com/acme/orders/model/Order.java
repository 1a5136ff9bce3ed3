package com.acme.orders.model;

import java.util.List;

/** An order as the shop sends it. */
public record Order(String id, String customer, String mail, List<OrderLine> lines) {}
