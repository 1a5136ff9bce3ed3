package com.acme.orders.adapter;

import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** The FIFO queue of the warehouses: one message for each order number. */
public final class ShipmentQueue {
    private final SqsClient sqs;
    private final String url;

    public ShipmentQueue(SqsClient sqs, String url) {
        this.sqs = sqs;
        this.url = url;
    }

    public String announce(String orderNumber, String carrier) {
        var request = SendMessageRequest.builder()
                .queueUrl(url)
                .messageBody(orderNumber + ' ' + carrier)
                .messageGroupId(carrier)
                .messageDeduplicationId(UUID.randomUUID().toString())
                .build();
        return sqs.sendMessage(request).messageId();
    }
}
