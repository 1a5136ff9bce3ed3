package tickets;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Hands a question to the right desk and asks again when nobody answers. */
public final class TicketHandler extends DurableHandler<Ticket, String> {
    @Override
    public String handleRequest(Ticket ticket, DurableContext ctx) {
        var priority = ticket.priority();
        var answer = ctx.invoke("answer", priority.queue(ticket), ticket, String.class);
        if (answer.isBlank()) {
            ctx.wait("patience", priority.patience());
            answer = ctx.invoke("answer-again", priority.queue(ticket), ticket, String.class);
        }
        return answer;
    }
}
