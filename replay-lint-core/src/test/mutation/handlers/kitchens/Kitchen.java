package kitchens;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;

/** Finds the context by itself. */
final class Kitchen {
    String cook(Recipe recipe) {
        var ctx = DurableContext.getCurrentContext();
        var shopped = ctx.invoke("shop", "market:live", recipe.dish(), String.class);
        ctx.wait("simmer", Duration.ofHours(2));
        return ctx.step("season", String.class, step -> shopped + " for " + recipe.guests());
    }
}
