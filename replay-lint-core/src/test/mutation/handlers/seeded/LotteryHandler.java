package seeded;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Chance that is the same on every replay. */
public final class LotteryHandler extends DurableHandler<Lottery, String> {
    @Override
    public String handleRequest(Lottery lottery, DurableContext ctx) {
        var random = new Random(lottery.seed());
        var winner = lottery.people().get(random.nextInt(lottery.people().size()));
        var key = UUID.nameUUIDFromBytes(lottery.id().getBytes(StandardCharsets.UTF_8)).toString();
        ctx.invoke("tell-winner", "mail:live", winner + key, String.class);
        ctx.wait("objections", Duration.ofDays(3));
        return winner;
    }
}
