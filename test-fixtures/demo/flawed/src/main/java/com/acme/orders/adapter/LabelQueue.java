package com.acme.orders.adapter;

import com.acme.orders.model.ReturnRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** The FIFO queue of the label printer: one message for each return. Scanning the parcel completes the callback. */
public final class LabelQueue {
    private final SqsClient sqs;
    private final String url;

    public LabelQueue(SqsClient sqs, String url) {
        this.sqs = sqs;
        this.url = url;
    }

    public void order(ReturnRequest request, String callbackId) {
        var message = SendMessageRequest.builder()
                .queueUrl(url)
                .messageBody(request.id() + ' ' + request.mail() + ' ' + callbackId)
                .messageGroupId(request.customer())
                .messageDeduplicationId(request.id())
                .build();
        sqs.sendMessage(message);
    }
}
