package signup;

import java.time.Duration;
import java.util.UUID;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;
import software.amazon.lambda.durable.config.CallbackConfig;
import software.amazon.lambda.durable.exception.CallbackTimeoutException;

/** Creates an account and asks for confirmation of the address. */
public final class SignupHandler extends DurableHandler<Signup, SignupHandler.Account> {
    /** What was made. */
    public record Account(String id, String plan, boolean confirmed) {}

    @Override
    public Account handleRequest(Signup signup, DurableContext ctx) {
        String id = ctx.step("account-id", String.class, step -> UUID.randomUUID().toString());
        String plan = switch (signup.plan()) {
            case "free" -> "basic";
            case "paid" -> ctx.invoke("check-plan", "billing:live", signup.plan(), String.class);
            default -> throw new IllegalArgumentException("no plan " + signup.plan());
        };
        signup.voucher().ifPresent(voucher -> ctx.invoke("redeem", "vouchers:live", voucher, String.class));
        var confirmation = ctx.createCallback(
                "confirmation", String.class, CallbackConfig.builder().timeout(Duration.ofDays(2)).build());
        ctx.invoke("send-mail", "mail:live", confirmation.callbackId(), String.class);
        boolean confirmed;
        try {
            confirmed = confirmation.get().equals(signup.mail());
        } catch (CallbackTimeoutException e) {
            ctx.getLogger().info("nobody confirmed {}", id);
            confirmed = false;
        }
        return new Account(id, plan, confirmed);
    }
}
