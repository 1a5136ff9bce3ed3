package helpers;

import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.lambda.durable.DurableContext;

/** Short forms for steps. */
final class Steps {
    private Steps() {}

    static String text(DurableContext ctx, String name, Supplier<String> work) {
        return ctx.step(name, String.class, step -> work.get());
    }

    static <T, R> R with(DurableContext ctx, String name, T input, Class<R> type, Function<T, R> work) {
        return ctx.step(name, type, step -> work.apply(input));
    }
}
