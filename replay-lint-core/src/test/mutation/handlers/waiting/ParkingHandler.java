package waiting;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Waits by what the input says, within limits. */
public final class ParkingHandler extends DurableHandler<Parking, Long> {
    private static final int LONGEST = 48;

    @Override
    public Long handleRequest(Parking parking, DurableContext ctx) {
        int hours = Math.max(1, Math.min(parking.hours(), LONGEST));
        ctx.invoke("open-gate", "gates:live", parking.plate(), String.class);
        ctx.wait("parking", Duration.ofHours(hours));
        long cents = ctx.step("price", Long.class, step -> hours * 250L);
        if (cents > 1_000) {
            ctx.invoke("discount", "prices:live", cents, String.class);
        }
        ctx.invoke("charge", "payments:live", cents, String.class);
        return cents;
    }
}
