package com.acme.orders.domain;

import com.acme.orders.model.Refund;
import java.time.LocalDate;
import java.time.ZoneOffset;
import software.amazon.lambda.durable.DurableContext;

/** Writes credit notes, and gives a copy to the accountants. */
public final class CreditNotes {
    public String write(Refund refund, DurableContext ctx) {
        return ctx.step("credit-note", String.class, step -> {
            var note = text(refund);
            ctx.invokeAsync("file-note", "accounting:live", note, String.class);
            return note;
        });
    }

    private static String text(Refund refund) {
        return LocalDate.now(ZoneOffset.UTC) + ": " + refund.cents() + " cents for return " + refund.returnId();
    }
}
