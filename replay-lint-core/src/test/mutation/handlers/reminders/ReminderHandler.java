package reminders;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Reminds three times, with longer and longer pauses. */
public final class ReminderHandler extends DurableHandler<Reminder, String> {
    @Override
    public String handleRequest(Reminder reminder, DurableContext ctx) {
        for (int round = 1; round <= 3; round++) {
            ctx.wait("pause-" + round, Duration.ofDays((long) reminder.days() * round));
            remind(reminder, round, ctx);
        }
        ctx.invoke("give-up", "reminders:live", reminder.id(), String.class);
        return "given up";
    }

    private void remind(Reminder reminder, int round, DurableContext ctx) {
        ctx.invoke("remind-" + round, "reminders:live", reminder.mail(), String.class);
    }
}
