package com.acme.orders.model;

/** When and where goods are fetched. */
public record Pickup(String time, int ramp) {}
