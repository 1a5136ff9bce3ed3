package dev.replaylint.durable.body;

import dev.replaylint.program.Body;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Where in a body the value of a field read is used. */
public final class ValueUses {

    private ValueUses() {}

    /** Whether anything but assignments to the same field, and the sites that do not count, uses what the read gives. */
    public static boolean elsewhere(Site.FieldRead read, Body body, Predicate<Site> uncounted) {
        return body.sites().stream()
                .filter(uncounted.negate())
                .anyMatch(s ->
                        used(s, w -> !w.field().equals(read.field())).stream().anyMatch(v -> mentions(v, read)));
    }

    /** The values that a site uses, and those that decide whether it is reached. */
    public static List<Value> of(Site site) {
        return used(site, w -> true);
    }

    private static List<Value> used(Site site, Predicate<Site.FieldWrite> counted) {
        List<Value> used = new ArrayList<>();
        site.context().conditions().forEach(c -> used.add(c.value()));
        used.addAll(operands(site, counted));
        return used;
    }

    /** The values that a site itself uses. */
    public static List<Value> operands(Site site) {
        return operands(site, w -> true);
    }

    private static List<Value> operands(Site site, Predicate<Site.FieldWrite> counted) {
        List<Value> used = new ArrayList<>();
        if (site instanceof Site.Call call) {
            used.addAll(Operands.all(call));
        } else if (site instanceof Site.FunctionCreation function) {
            used.addAll(function.bound());
        } else if (site instanceof Site.FieldWrite write && counted.test(write)) {
            used.add(write.value());
        } else if (site instanceof Site.ArrayWrite write) {
            used.add(write.value());
        } else if (site instanceof Site.Return result) {
            result.value().ifPresent(used::add);
        }
        return used;
    }

    /** Whether the value is made of what the read gives, by operators only. */
    public static boolean mentions(Value value, Site.FieldRead read) {
        return mentions(value, v -> v instanceof Value.FieldValue field && field.read() == read);
    }

    /** Whether the value is made of such a value, by operators only. */
    public static boolean mentions(Value value, Predicate<Value> searched) {
        if (value instanceof Value.Derived derived) {
            return derived.operands().stream().anyMatch(o -> mentions(o.settled(), searched));
        }
        return searched.test(value)
                || value instanceof Value.Template template
                        && template.parts().stream().anyMatch(p -> mentions(p.settled(), searched));
    }
}
