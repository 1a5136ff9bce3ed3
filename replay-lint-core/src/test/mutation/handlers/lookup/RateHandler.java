package lookup;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Looks up in constant maps, and goes over constant lists. */
public final class RateHandler extends DurableHandler<Country, Integer> {
    @Override
    public Integer handleRequest(Country country, DurableContext ctx) {
        int rate = Rates.of(country.code());
        if (rate == 0) {
            ctx.invoke("ask-customs", "customs:live", country.code(), String.class);
            return rate;
        }
        for (var office : Rates.OFFICES) {
            ctx.invoke("tell-" + office, "offices:live", rate, String.class);
        }
        return rate;
    }
}
