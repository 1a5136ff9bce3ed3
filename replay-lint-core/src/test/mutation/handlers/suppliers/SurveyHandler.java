package suppliers;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Still uses the steps without a context. */
@SuppressWarnings("deprecation")
public final class SurveyHandler extends DurableHandler<Survey, String> {
    @Override
    public String handleRequest(Survey survey, DurableContext ctx) {
        String link = ctx.step("link", String.class, () -> "https://surveys.example/" + survey.id());
        Integer count = ctx.step("count", Integer.class, () -> survey.questions().size());
        ctx.wait("run", Duration.ofDays(10));
        if (count > 5) {
            ctx.invoke("summary", "surveys:live", link, String.class);
        }
        return link;
    }
}
