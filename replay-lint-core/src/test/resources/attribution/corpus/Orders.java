package corpus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableFuture;
import software.amazon.lambda.durable.DurableHandler;
import software.amazon.lambda.durable.StepContext;
import software.amazon.lambda.durable.TypeToken;
import software.amazon.lambda.durable.config.StepConfig;

/** A durable handler that calls its context in as many shapes as there are. */
public class Orders extends DurableHandler<Orders.Order, String> {

    record Order(String id, List<Item> items) {}

    record Item(String name, int count) {
        Item {
            name = name.strip();
        }
    }

    @Override
    public String handleRequest(Order order, DurableContext ctx) {
        var reserved = ctx.step("reserve", String.class, s -> reserve(order.id().trim(), s));
        String failing = ctx.step("fail", String.class, s -> {
            throw new IllegalStateException("no " + order.items().size());
        });
        List<String> names = ctx.step("names", new TypeToken<List<String>>() {}, s -> order.items().stream()
                .map(Item::name)
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.toList()));
        ctx.wait("pause", Duration.ofMinutes(5).plusSeconds(names.size()));
        DurableFuture<String> first = ctx.stepAsync("first", String.class, s -> names.get(0).toUpperCase());
        DurableFuture<String> second =
                ctx.stepAsync("second", String.class, this::prepare, StepConfig.builder().build());
        List<String> both = DurableFuture.allOf(first, second);
        List<DurableFuture<Integer>> counts = new ArrayList<>();
        for (var item : order.items()) {
            counts.add(ctx.stepAsync("count-" + item.name(), Integer.class, s -> item.count() * 2));
        }
        int total = DurableFuture.allOf(counts).stream().mapToInt(Integer::intValue).sum();
        var child = ctx.runInChildContext("child", String.class, c -> {
            String inner = c.step("inner", String.class, StepContextNames.describe(order)::concatWith);
            return inner == null ? c.step("none", String.class, s -> "none") : inner.concat(reserved);
        });
        return String.join(",", both).concat(child).concat(failing).concat(String.valueOf(total));
    }

    private String reserve(String id, StepContext step) {
        return id.isEmpty() ? step.toString() : id;
    }

    private String prepare(StepContext step) {
        return step.getLogger() == null ? "" : "ready";
    }

    static final class StepContextNames {
        private final String prefix;

        private StepContextNames(String prefix) {
            this.prefix = prefix;
        }

        static StepContextNames describe(Order order) {
            return new StepContextNames(order.id());
        }

        String concatWith(StepContext step) {
            return prefix.concat(String.valueOf(step));
        }
    }

    Function<DurableContext, Map<String, Integer>> asFunction() {
        return c -> c.step("map", new TypeToken<Map<String, Integer>>() {}, s -> Map.of("a", 1, "b", 2));
    }
}
