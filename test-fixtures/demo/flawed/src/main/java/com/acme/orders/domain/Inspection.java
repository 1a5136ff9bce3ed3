package com.acme.orders.domain;

import com.acme.orders.model.ReturnRequest;
import software.amazon.lambda.durable.DurableContext;

/** Has every article looked at, and what came of it valued. */
public final class Inspection {
    public long worth(ReturnRequest request, DurableContext ctx) {
        var grades = ctx.map("grade", request.lines(), String.class, (line, index, item) -> {
            var photo = ctx.invoke("photograph", "cameras:live", line, byte[].class);
            return item.invoke("judge", "graders:live", photo, String.class);
        });
        return ctx.invoke("value", "valuation:live", grades.succeeded(), Long.class);
    }
}
