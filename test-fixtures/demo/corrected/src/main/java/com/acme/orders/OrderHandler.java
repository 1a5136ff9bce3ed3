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
import software.amazon.lambda.durable.config.StepSemantics;
import software.amazon.lambda.durable.retry.JitterStrategy;
import software.amazon.lambda.durable.retry.RetryStrategies;

/** Takes an order, charges it, reserves the goods and sends them. */
public final class OrderHandler extends DurableHandler<Order, Receipt> {
    /** For mails, which no key protects: rather none than two. */
    private static final StepConfig ONCE = StepConfig.builder()
            .semanticsPerRetry(StepSemantics.AT_MOST_ONCE_PER_RETRY)
            .retryStrategy(RetryStrategies.Presets.NO_RETRY)
            .build();

    /** The queue may be away until tomorrow. */
    private static final StepConfig FOR_A_DAY = StepConfig.builder()
            .retryStrategy(RetryStrategies.exponentialBackoff(
                    30, Duration.ofSeconds(30), Duration.ofHours(1), 2.0, JitterStrategy.HALF))
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
        ctx.getLogger().info("order {} arrived", order.id());
        var known = ctx.step("is-order-known", Boolean.class, step -> orders.contains(order.id()));
        if (known) {
            return Receipt.duplicate(order);
        }
        var number = ctx.step("order-number", String.class, step -> OrderNumbers.numberOf(order));
        ctx.step("save-order", String.class, step -> orders.save(order, number));

        long cents = charge(order, ctx);
        care.welcome(order, ctx);
        care.survey(order, ctx);
        care.reward(order, ctx);
        var carrier = ship(order, number, ctx);
        var text = "It is on its way with " + carrier;
        ctx.step("mail", String.class, step -> mailer.send(order.mail(), "Your order " + number, text), ONCE);
        return new Receipt(number, carrier, cents);
    }

    private long charge(Order order, DurableContext ctx) {
        long cents = pricing.total(order, ctx);
        var key = ctx.step("charge-key", String.class, step -> UUID.randomUUID().toString());
        var charge = new Charge(key, order.customer(), cents, settings.currency());
        ctx.invoke("charge", "payments:live", charge, String.class);
        return cents;
    }

    private String ship(Order order, String number, DurableContext ctx) {
        shipping.reserve(order, ctx);
        shipping.letStockSettle(ctx);
        var carrier = shipping.carrierFor(order, ctx);
        ctx.step("announce", String.class, step -> shipments.announce(number, carrier), FOR_A_DAY);
        ctx.invoke("track", "tracking:live", number, String.class);
        shipping.bookPickup(carrier, ctx);
        return carrier;
    }
}
