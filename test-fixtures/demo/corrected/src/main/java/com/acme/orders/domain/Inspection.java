package com.acme.orders.domain;

import com.acme.orders.model.ReturnRequest;
import software.amazon.lambda.durable.DurableContext;

/** Has every article looked at, and what came of it valued. */
public final class Inspection {
    public long worth(ReturnRequest request, DurableContext ctx) {
        var grades = ctx.map("grade", request.lines(), String.class, (line, index, item) -> {
            var photo = item.invoke("photograph", "cameras:live", line, String.class);
            return item.invoke("judge", "graders:live", photo, String.class);
        });
        if (!grades.allSucceeded()) {
            throw new IllegalStateException(grades.failed().size() + " articles of return " + request.id() + " failed");
        }
        return ctx.invoke("value", "valuation:live", grades.results(), Long.class);
    }
}
