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
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Takes goods back, looks at them, shelves them and pays the customer. */
public final class ReturnHandler extends DurableHandler<ReturnRequest, Refund> {
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

    /** There are few benches: this one is free again whatever happens. */
    private long inspect(ReturnRequest request, DurableContext ctx) {
        var bench = takeBench(request, ctx);
        try {
            return inspection.worth(request, ctx);
        } finally {
            ctx.invoke("free-bench", "benches:live", bench, String.class);
        }
    }

    /** Asks every five minutes whether a bench is free. */
    private static String takeBench(ReturnRequest request, DurableContext ctx) {
        var bench = "";
        for (int look = 1; bench.isEmpty(); look++) {
            ctx.wait("queue-" + look, Duration.ofMinutes(5));
            bench = ctx.invoke("take-bench-" + look, "benches:live", request.id(), String.class);
        }
        return bench;
    }

    private void close(ReturnRequest request, Refund refund, String note, DurableContext ctx) {
        ctx.step("close", String.class, step -> {
            mailer.send(request.mail(), "Your return " + request.id(), note);
            return returns.close(request, refund);
        });
    }
}
