package pipeline;

import software.amazon.lambda.durable.DurableContext;

/** One stage of the work on a text. */
@FunctionalInterface
interface Stage {
    String run(String text, DurableContext ctx);

    default Stage then(Stage next) {
        return (text, ctx) -> next.run(run(text, ctx), ctx);
    }
}
