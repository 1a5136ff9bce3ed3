package com.acme.orders.model;

/** When and where goods are fetched. */
public final class Pickup {
    private final String time;
    private final int ramp;

    public Pickup(String time, int ramp) {
        this.time = time;
        this.ramp = ramp;
    }

    public String time() {
        return time;
    }

    public int ramp() {
        return ramp;
    }
}
