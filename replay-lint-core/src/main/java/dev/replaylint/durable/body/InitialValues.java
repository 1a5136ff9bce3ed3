package dev.replaylint.durable.body;

import dev.replaylint.program.Body;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.function.Predicate;

/** Initial values of fields that the constructor replaces before anybody can see them. */
public final class InitialValues {

    private InitialValues() {}

    /** Whether an assignment is one of those: {@code String id = newId(); Ticket(String id) { this.id = id; }}. */
    public static boolean isReplaced(Site.FieldWrite write, Body body) {
        if (!body.key().isConstructor() || !isOwn(write)) {
            return false;
        }
        List<Site.FieldWrite> all =
                body.writes(write.field()).filter(w -> isOwn(w)).toList();
        Predicate<Site> replaces = s -> s != write && s instanceof Site.FieldWrite w && all.contains(w);
        return all.size() > 1
                && body.flow().after(write, Walk.until(replaces)).stream()
                        .noneMatch(s -> s instanceof Site.Return || shows(s, write));
    }

    private static boolean isOwn(Site.FieldWrite write) {
        return write.receiver().filter(Value.This.class::isInstance).isPresent();
    }

    /** Whether something reads the field, or is handed the object. */
    private static boolean shows(Site site, Site.FieldWrite write) {
        return site instanceof Site.FieldRead read && read.field().equals(write.field())
                || ValueUses.operands(site).stream().anyMatch(v -> v.settled() == Value.This.THIS);
    }
}
