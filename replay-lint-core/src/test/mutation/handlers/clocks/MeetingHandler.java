package clocks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Takes the time in a step, and computes with it outside. */
public final class MeetingHandler extends DurableHandler<Meeting, String> {
    private final Clock clock;

    public MeetingHandler() {
        this(Clock.systemUTC());
    }

    MeetingHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String handleRequest(Meeting meeting, DurableContext ctx) {
        Instant now = ctx.step("now", Instant.class, step -> clock.instant());
        Duration left = Duration.between(now, meeting.start());
        if (left.compareTo(Duration.ofMinutes(15)) > 0) {
            ctx.wait("until-shortly-before", left.minusMinutes(15));
        }
        ctx.invoke("remind", "meetings:live", meeting.id(), String.class);
        return meeting.id();
    }
}
