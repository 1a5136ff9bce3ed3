package ports;

import software.amazon.lambda.durable.DurableContext;

/** The booking of a transfer, from both sides. */
final class Booking {
    private final Ledger ledger;
    private final Transfer transfer;

    Booking(Ledger ledger, Transfer transfer) {
        this.ledger = ledger;
        this.transfer = transfer;
    }

    String debit(DurableContext ctx) {
        return ctx.step("debit", String.class, step -> ledger.book(transfer.from(), -transfer.cents(), transfer.id()));
    }

    String credit(DurableContext ctx) {
        return ctx.step("credit", String.class, step -> ledger.book(transfer.to(), transfer.cents(), transfer.id()));
    }

    void undo(DurableContext ctx) {
        ctx.step("undo", String.class, step -> ledger.reverse(transfer.from(), transfer.cents(), transfer.id()));
    }
}
