package ports;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;
import software.amazon.lambda.durable.exception.StepFailedException;

/** Moves money, and moves it back when the other side fails. */
public final class TransferHandler extends DurableHandler<Transfer, String> {
    private final Ledger ledger;

    public TransferHandler() {
        this(new MemoryLedger());
    }

    TransferHandler(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String handleRequest(Transfer transfer, DurableContext ctx) {
        var booking = new Booking(ledger, transfer);
        booking.debit(ctx);
        try {
            return booking.credit(ctx);
        } catch (StepFailedException e) {
            ctx.getLogger().error("credit failed", e);
            booking.undo(ctx);
            return "undone";
        }
    }
}
