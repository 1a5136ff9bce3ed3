package com.acme.orders.domain;

import com.acme.orders.adapter.VoucherTable;
import java.util.UUID;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.config.StepConfig;
import software.amazon.lambda.durable.config.StepSemantics;
import software.amazon.lambda.durable.retry.RetryStrategies;

/** Gives vouchers to customers whom no money reaches. */
public final class VoucherDesk {
    /** Nobody gets two vouchers for one return. */
    private static final StepConfig ONCE = StepConfig.builder()
            .semanticsPerRetry(StepSemantics.AT_MOST_ONCE_PER_RETRY)
            .retryStrategy(RetryStrategies.Presets.NO_RETRY)
            .build();

    private final VoucherTable vouchers;

    public VoucherDesk(VoucherTable vouchers) {
        this.vouchers = vouchers;
    }

    public String issue(String customer, long cents, DurableContext ctx) {
        return ctx.step("voucher", String.class, step -> add(customer, cents), ONCE);
    }

    private String add(String customer, long cents) {
        return vouchers.add(UUID.randomUUID().toString(), customer, cents);
    }
}
