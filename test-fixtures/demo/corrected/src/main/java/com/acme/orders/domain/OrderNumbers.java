package com.acme.orders.domain;

import com.acme.orders.model.Order;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Makes the numbers that customers see. */
public final class OrderNumbers {
    private OrderNumbers() {}

    public static String numberOf(Order order) {
        return LocalDate.now(ZoneOffset.UTC) + "-" + order.id();
    }
}
