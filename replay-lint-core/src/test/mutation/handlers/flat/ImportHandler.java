package flat;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;
import software.amazon.lambda.durable.config.CompletionConfig;
import software.amazon.lambda.durable.config.MapConfig;
import software.amazon.lambda.durable.config.NestingType;
import software.amazon.lambda.durable.config.RunInChildContextConfig;

/** A flat map and a virtual context, for fewer operations. */
public final class ImportHandler extends DurableHandler<Import, Integer> {
    private static final MapConfig FLAT = MapConfig.builder()
            .nestingType(NestingType.FLAT)
            .maxConcurrency(5)
            .completionConfig(CompletionConfig.allSuccessful())
            .build();
    private static final RunInChildContextConfig VIRTUAL =
            RunInChildContextConfig.builder().isVirtual(true).build();

    @Override
    public Integer handleRequest(Import input, DurableContext ctx) {
        if (input.rows().size() > 100) {
            throw new IllegalArgumentException("too many rows");
        }
        var result = ctx.map("rows", input.rows(), Integer.class, this::row, FLAT);
        if (!result.failed().isEmpty()) {
            throw new IllegalStateException("rows failed");
        }
        return ctx.runInChildContext("sum", Integer.class, child -> {
            var sum = child.step("add", Integer.class, step -> result.results().stream().mapToInt(i -> i).sum());
            child.invoke("report", "imports:live", sum, String.class);
            return sum;
        }, VIRTUAL);
    }

    private Integer row(String row, int index, DurableContext child) {
        return child.step("row-" + index, Integer.class, step -> row.split(";").length);
    }
}
