package logging;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Logs through the context everywhere. */
public final class ShipmentHandler extends DurableHandler<Shipment, String> {
    private static final Logger LOG = LoggerFactory.getLogger(ShipmentHandler.class);

    @Override
    public String handleRequest(Shipment shipment, DurableContext ctx) {
        var log = ctx.getLogger(LOG);
        log.info("shipment {}", shipment.id());
        var slot = ctx.invoke("slot", "harbours:live", shipment.harbour(), String.class);
        log.debug("slot {}", slot);
        ctx.wait("voyage", Duration.ofDays(12));
        var customs = ctx.step("customs", String.class, step -> {
            step.getLogger().info("declaring");
            return "declared " + shipment.id();
        });
        log.info("{}", customs);
        return customs;
    }
}
