package com.acme.orders.domain;

import com.acme.orders.adapter.ReturnTable;
import com.acme.orders.model.PayOut;
import com.acme.orders.model.Refund;
import com.acme.orders.model.ReturnRequest;
import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.config.StepConfig;
import software.amazon.lambda.durable.exception.InvokeFailedException;
import software.amazon.lambda.durable.retry.RetryDecision;

/** Says who gets a refund, and pays it: in money, or else as a voucher. */
public final class RefundDesk {
    /** The table may be away for a quarter of an hour; a return that is refused is not asked about again. */
    private static final StepConfig UNTIL_IT_ANSWERS = StepConfig.builder()
            .retryStrategy((failure, attempt) -> failure instanceof RefundRefused || attempt >= 90
                    ? RetryDecision.fail()
                    : RetryDecision.retry(Duration.ofSeconds(10)))
            .build();

    private final ReturnTable returns;
    private final VoucherDesk vouchers;

    public RefundDesk(ReturnTable returns, VoucherDesk vouchers) {
        this.returns = returns;
        this.vouchers = vouchers;
    }

    public boolean accepts(ReturnRequest request, DurableContext ctx) {
        try {
            return ctx.step("accept", Boolean.class, step -> check(request), UNTIL_IT_ANSWERS);
        } catch (RefundRefused e) {
            ctx.getLogger().info("return {} is refused: {}", request.id(), e.getMessage());
            return false;
        }
    }

    private boolean check(ReturnRequest request) {
        if (request.lines().isEmpty()) {
            throw new RefundRefused("nothing in it");
        }
        if (returns.isClosed(request.id())) {
            throw new RefundRefused("closed already");
        }
        return true;
    }

    public Refund pay(ReturnRequest request, long cents, DurableContext ctx) {
        var payOut = new PayOut("return-" + request.id(), request.customer(), cents);
        try {
            ctx.invoke("pay-out", "payments:live", payOut, String.class);
            return new Refund(request.id(), cents, "money");
        } catch (InvokeFailedException e) {
            var code = vouchers.issue(request.customer(), cents, ctx);
            return new Refund(request.id(), cents, "voucher " + code);
        }
    }
}
