package com.acme.orders;

import com.acme.orders.adapter.LabelQueue;
import com.acme.orders.adapter.ReceiptMailer;
import com.acme.orders.adapter.ReturnTable;
import com.acme.orders.adapter.StockTable;
import com.acme.orders.adapter.VoucherTable;
import com.acme.orders.config.OrderSettings;
import com.acme.orders.domain.CreditNotes;
import com.acme.orders.domain.Inspection;
import com.acme.orders.domain.ParcelDesk;
import com.acme.orders.domain.RefundDesk;
import com.acme.orders.domain.Restocking;
import com.acme.orders.domain.VoucherDesk;
import com.acme.orders.model.Refund;
import com.acme.orders.model.ReturnRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;
import software.amazon.lambda.durable.config.StepConfig;
import software.amazon.lambda.durable.config.StepSemantics;
import software.amazon.lambda.durable.exception.DurableOperationException;
import software.amazon.lambda.durable.retry.RetryStrategies;

/** Takes goods back, looks at them, shelves them and pays the customer. */
public final class ReturnHandler extends DurableHandler<ReturnRequest, Refund> {
    /** For mails, which no key protects: rather none than two. */
    private static final StepConfig ONCE = StepConfig.builder()
            .semanticsPerRetry(StepSemantics.AT_MOST_ONCE_PER_RETRY)
            .retryStrategy(RetryStrategies.Presets.NO_RETRY)
            .build();

    /** Each line takes up to seven of the operations that an execution has. */
    private static final int MOST_LINES = 100;

    private final OrderSettings settings = new OrderSettings();
    private final DynamoDbClient dynamo = DynamoDbClient.create();
    private final ReturnTable returns = new ReturnTable(dynamo, settings.returnTable());
    private final ReceiptMailer mailer = new ReceiptMailer(SesClient.create(), settings.sender());
    private final ParcelDesk parcels = new ParcelDesk(new LabelQueue(SqsClient.create(), settings.labelQueueUrl()));
    private final Inspection inspection = new Inspection();
    private final Restocking restocking = new Restocking(new StockTable(dynamo, settings.stockTable()));
    private final VoucherDesk vouchers = new VoucherDesk(new VoucherTable(dynamo, settings.voucherTable()));
    private final RefundDesk refunds = new RefundDesk(returns, vouchers);
    private final CreditNotes notes = new CreditNotes();

    @Override
    public Refund handleRequest(ReturnRequest request, DurableContext ctx) {
        if (request.lines().size() > MOST_LINES) {
            throw new IllegalArgumentException("return " + request.id() + " has too many lines");
        }
        if (!refunds.accepts(request, ctx) || !parcels.arrives(request, ctx)) {
            return Refund.none(request);
        }
        long cents = inspect(request, ctx);
        restocking.shelve(request, ctx);
        var refund = refunds.pay(request, cents, ctx);
        var note = notes.write(refund, ctx);
        close(request, refund, note, ctx);
        return refund;
    }

    /** There are few benches: this one is free again when the inspection has ended, well or badly. */
    private long inspect(ReturnRequest request, DurableContext ctx) {
        var bench = takeBench(request, ctx);
        long cents;
        try {
            cents = inspection.worth(request, ctx);
        } catch (DurableOperationException e) {
            leave(bench, ctx);
            throw e;
        }
        leave(bench, ctx);
        return cents;
    }

    /** The other function answers when a bench is free, however long that takes. */
    private static String takeBench(ReturnRequest request, DurableContext ctx) {
        return ctx.invoke("take-bench", "benches:live", request.id(), String.class);
    }

    private static void leave(String bench, DurableContext ctx) {
        ctx.invoke("free-bench", "benches:live", bench, String.class);
    }

    private void close(ReturnRequest request, Refund refund, String note, DurableContext ctx) {
        ctx.step("close", String.class, step -> returns.close(request, refund));
        ctx.step("mail", String.class, step -> mailer.send(request.mail(), "Your return " + request.id(), note), ONCE);
    }
}
