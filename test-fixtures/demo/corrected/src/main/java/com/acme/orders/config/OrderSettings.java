package com.acme.orders.config;

/** Where things are, and in which currency we sell. Made with the handler, once per sandbox. */
public final class OrderSettings {
    private final String currency = System.getenv("CURRENCY");

    public String currency() {
        return currency;
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
