package anonymous;

import java.time.Duration;
import java.util.function.Function;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;
import software.amazon.lambda.durable.StepContext;

/** Written before lambdas were liked. */
public class ParcelHandler extends DurableHandler<Parcel, String> {
    @Override
    public String handleRequest(final Parcel parcel, final DurableContext context) {
        final String label = context.step("label", String.class, new Function<StepContext, String>() {
            @Override
            public String apply(StepContext step) {
                return "label of " + parcel.id();
            }
        });
        String carrier;
        if (parcel.grams() > 20000) {
            carrier = context.invoke("truck", "trucks:live", label, String.class);
        } else {
            carrier = context.invoke("van", "vans:live", label, String.class);
        }
        context.wait("pick-up", Duration.ofHours(4));
        return carrier;
    }
}
