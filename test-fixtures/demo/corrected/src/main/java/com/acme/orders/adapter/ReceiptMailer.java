package com.acme.orders.adapter;

import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.Body;
import software.amazon.awssdk.services.ses.model.Content;
import software.amazon.awssdk.services.ses.model.Destination;
import software.amazon.awssdk.services.ses.model.Message;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;

/** Tells customers by mail. SES knows no key that would make a mail go out once. */
public final class ReceiptMailer {
    private final SesClient ses;
    private final String sender;

    public ReceiptMailer(SesClient ses, String sender) {
        this.ses = ses;
        this.sender = sender;
    }

    public String send(String recipient, String subject, String text) {
        var message = Message.builder()
                .subject(Content.builder().data(subject).build())
                .body(Body.builder().text(Content.builder().data(text).build()).build())
                .build();
        var request = SendEmailRequest.builder()
                .source(sender)
                .destination(Destination.builder().toAddresses(recipient).build())
                .message(message)
                .build();
        return ses.sendEmail(request).messageId();
    }
}
