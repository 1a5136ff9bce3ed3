package com.acme.orders.config;

/** Where things are, and in which currency we sell. */
public final class OrderSettings {
    public String currency() {
        return System.getenv("CURRENCY");
    }

    public String table() {
        return "orders";
    }

    public String queueUrl() {
        return "https://sqs.eu-central-1.amazonaws.com/123456789012/shipments.fifo";
    }

    public String returnTable() {
        return "returns";
    }

    public String stockTable() {
        return "stock";
    }

    public String voucherTable() {
        return "vouchers";
    }

    public String labelQueueUrl() {
        return "https://sqs.eu-central-1.amazonaws.com/123456789012/labels.fifo";
    }

    public String sender() {
        return "orders@acme.example";
    }
}
