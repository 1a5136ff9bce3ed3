package com.acme.orders;

import com.acme.orders.adapter.OrderTable;
import com.acme.orders.adapter.ReceiptMailer;
import com.acme.orders.adapter.ShipmentQueue;
import com.acme.orders.config.OrderSettings;
import com.acme.orders.domain.CustomerCare;
import com.acme.orders.domain.OrderNumbers;
import com.acme.orders.domain.PricingService;
import com.acme.orders.domain.ShippingPlanner;
import com.acme.orders.model.Charge;
import com.acme.orders.model.Order;
import com.acme.orders.model.Receipt;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;
import software.amazon.lambda.durable.config.StepConfig;
import software.amazon.lambda.durable.retry.RetryStrategies;

/** Takes an order, charges it, reserves the goods and sends them. */
public final class OrderHandler extends DurableHandler<Order, Receipt> {
    /** The queue may be away until tomorrow. */
    private static final StepConfig FOR_A_DAY = StepConfig.builder()
            .retryStrategy(RetryStrategies.fixedDelay(2_880, Duration.ofSeconds(30)))
            .build();

    private final OrderSettings settings = new OrderSettings();
    private final OrderTable orders = new OrderTable(DynamoDbClient.create(), settings.table());
    private final ShipmentQueue shipments = new ShipmentQueue(SqsClient.create(), settings.queueUrl());
    private final ReceiptMailer mailer = new ReceiptMailer(SesClient.create(), settings.sender());
    private final PricingService pricing = new PricingService();
    private final CustomerCare care = new CustomerCare();
    private final ShippingPlanner shipping = new ShippingPlanner();

    @Override
    public Receipt handleRequest(Order order, DurableContext ctx) {
        System.out.println("order " + order.id() + " arrived");
        if (orders.contains(order.id())) {
            return Receipt.duplicate(order);
        }
        var number = OrderNumbers.numberOf(order);
        orders.save(order, number);

        long cents = charge(order, ctx);
        care.welcome(order, ctx);
        care.survey(order, ctx);
        care.reward(order, ctx);
        var carrier = ship(order, number, ctx);
        mailer.send(order.mail(), "Your order " + number, "It is on its way with " + carrier);
        return new Receipt(number, carrier, cents);
    }

    private long charge(Order order, DurableContext ctx) {
        long cents = pricing.total(order);
        var key = UUID.randomUUID().toString();
        var charge = new Charge(key, order.customer(), cents, settings.currency());
        ctx.invoke("charge", "payments:live", charge, String.class);
        return cents;
    }

    private String ship(Order order, String number, DurableContext ctx) {
        shipping.reserve(order, ctx);
        shipping.letStockSettle();
        var carrier = shipping.carrierFor(order, ctx);
        if (!ctx.isReplaying()) {
            ctx.step("announce", String.class, step -> shipments.announce(number, carrier), FOR_A_DAY);
        }
        var request = ctx.getLambdaContext().getAwsRequestId();
        ctx.invoke("track-" + request, "tracking:live", number, String.class);
        shipping.bookPickup(carrier, ctx);
        return carrier;
    }
}
