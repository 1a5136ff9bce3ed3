package exceptions;

import java.util.Objects;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Business failures come as exceptions of steps. */
public final class LoanHandler extends DurableHandler<Loan, String> {
    @Override
    public String handleRequest(Loan loan, DurableContext ctx) {
        validate(loan);
        try {
            ctx.step("check", String.class, step -> check(loan));
        } catch (LoanRefused e) {
            ctx.invoke("refusal", "letters:live", loan.id(), String.class);
            return "refused";
        }
        ctx.invoke("pay", "payments:live", loan.cents(), String.class);
        return "paid";
    }

    private static void validate(Loan loan) {
        Objects.requireNonNull(loan.id(), "id");
        if (loan.cents() <= 0) {
            throw new IllegalArgumentException("no amount");
        }
        try {
            Long.parseLong(loan.id());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no number " + loan.id(), e);
        }
    }

    private static String check(Loan loan) {
        if (loan.cents() > 100_000_000) {
            throw new LoanRefused("too much");
        }
        return "ok";
    }
}
