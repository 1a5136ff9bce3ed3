package billing;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Pays twelve times, and each time in another way when it is replayed. */
public final class BillHandler extends DurableHandler<String, String> {

    @Override
    public String handleRequest(String order, DurableContext ctx) {
        String time1 = "at " + System.nanoTime();
        ctx.step("pay-1", String.class, step -> time1);
        String time2 = "at " + System.nanoTime();
        ctx.step("pay-2", String.class, step -> time2);
        String time3 = "at " + System.nanoTime();
        ctx.step("pay-3", String.class, step -> time3);
        String time4 = "at " + System.nanoTime();
        ctx.step("pay-4", String.class, step -> time4);
        String time5 = "at " + System.nanoTime();
        ctx.step("pay-5", String.class, step -> time5);
        String time6 = "at " + System.nanoTime();
        ctx.step("pay-6", String.class, step -> time6);
        String time7 = "at " + System.nanoTime();
        ctx.step("pay-7", String.class, step -> time7);
        String time8 = "at " + System.nanoTime();
        ctx.step("pay-8", String.class, step -> time8);
        String time9 = "at " + System.nanoTime();
        ctx.step("pay-9", String.class, step -> time9);
        String time10 = "at " + System.nanoTime();
        ctx.step("pay-10", String.class, step -> time10);
        String time11 = "at " + System.nanoTime();
        ctx.step("pay-11", String.class, step -> time11);
        String time12 = "at " + System.nanoTime();
        ctx.step("pay-12", String.class, step -> time12);
        return order;
    }
}
