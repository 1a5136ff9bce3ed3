package scoring;

import java.util.Random;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableFuture;
import software.amazon.lambda.durable.DurableHandler;

/** Asks three agencies side by side and waits for all. */
public final class ScoringHandler extends DurableHandler<Applicant, Long> {
    @Override
    public Long handleRequest(Applicant applicant, DurableContext ctx) {
        var north = ctx.invokeAsync("north", "agency-north:live", applicant, Long.class);
        var south = ctx.invokeAsync("south", "agency-south:live", applicant, Long.class);
        var west = ctx.stepAsync("west", Long.class, step -> west(applicant));
        var scores = DurableFuture.allOf(north, south, west);
        long best = scores.stream().mapToLong(Long::longValue).max().orElse(0);
        if (best > 600) {
            ctx.invoke("grant", "credit:live", best, String.class);
        } else {
            ctx.invoke("refuse", "credit:live", best, String.class);
        }
        return best;
    }

    private static long west(Applicant applicant) {
        return applicant.income() / 100 + new Random().nextInt(3);
    }
}
