package kitchens;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Leaves the operations to the kitchen. */
public final class RecipeHandler extends DurableHandler<Recipe, String> {
    private final Kitchen kitchen = new Kitchen();

    @Override
    public String handleRequest(Recipe recipe, DurableContext ctx) {
        ctx.getLogger().info("cooking {}", recipe.dish());
        var meal = kitchen.cook(recipe);
        ctx.invoke("serve", "waiters:live", meal, String.class);
        return meal;
    }
}
