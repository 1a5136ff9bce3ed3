package injected;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;

/** The only one in town. */
final class TownPharmacy implements Pharmacy {
    private final String queue;

    TownPharmacy(String queue) {
        this.queue = queue;
    }

    @Override
    public String prescribe(String diagnosis, DurableContext ctx) {
        ctx.wait("preparation", Duration.ofHours(3));
        return ctx.invoke("prescribe", queue, diagnosis, String.class);
    }
}
