package practice;

import java.util.List;
import software.amazon.lambda.durable.DurableContext;

/** The rooms of a practice; a record with behaviour. */
record Rooms(List<String> names) {
    String forVisit(Visit visit, DurableContext ctx) {
        int index = Math.floorMod(visit.patient().hashCode(), names.size());
        return ctx.step("take-room", String.class, step -> names.get(index));
    }

    void leave(String room, DurableContext ctx) {
        ctx.invoke("clean-room", "cleaning:live", room, String.class);
    }
}
