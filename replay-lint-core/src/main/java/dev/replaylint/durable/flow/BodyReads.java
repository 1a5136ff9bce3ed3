package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.body.Tested;
import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whether sites use a value for more than changing the state of what it is. */
public final class BodyReads {

    private final StateChanges changes;

    public BodyReads(StateChanges changes) {
        this.changes = changes;
    }

    /** Whether anything in the body uses what the read gives, but to compute the field's next value. */
    public boolean anywhere(Body body, Site.FieldRead read) {
        return body.sites().stream()
                .filter(s -> !isUpdate(s, read.field()))
                .anyMatch(s -> uses(s, new Value.FieldValue(read), List.of()));
    }

    private static boolean isUpdate(Site site, FieldKey field) {
        return site instanceof Site.FieldWrite write && write.field().equals(field);
    }

    /** Whether anything in the body uses the value. */
    public boolean anywhere(Body body, Value value) {
        return body.sites().stream().anyMatch(s -> uses(s, value, List.of()));
    }

    /** Whether the site uses the value, or depends on it by a condition that is not one of the known ones. */
    public boolean uses(Site site, Value value, List<Condition> known) {
        List<Value> used = new ArrayList<>(operands(site));
        boolean discards = !(site instanceof Site.Call call && call.resultUsed()) || changes.fillsOnDemand(site);
        Optional<Value> changed = changes.at(site).flatMap(StateChanges.Change::target);
        if (discards && changed.filter(t -> mentions(t, value)).isPresent()) {
            used.remove(changed.get());
        }
        if (changes.closes(site)) {
            used.clear();
        }
        for (Condition condition : site.context().conditions()) {
            // A call that decides is a site of its own, and that an object is there says nothing of its state.
            if (!known.contains(condition)
                    && !(condition.value() instanceof Value.Result)
                    && !Tested.isAboutPresence(condition.value())) {
                used.add(condition.value());
            }
        }
        return used.stream().anyMatch(v -> mentions(v, value));
    }

    /** All values that a site itself takes. */
    public static List<Value> operands(Site site) {
        List<Value> used = new ArrayList<>();
        if (site instanceof Site.Call call) {
            used.addAll(Operands.all(call));
        } else if (site instanceof Site.UnresolvedCall call) {
            used.addAll(call.operands());
        } else if (site instanceof Site.FunctionCreation function) {
            used.addAll(function.bound());
        } else if (site instanceof Site.FieldAccess access) {
            access.receiver().ifPresent(used::add);
            if (access instanceof Site.FieldWrite write) {
                used.add(write.value());
            }
        } else if (site instanceof Site.ArrayWrite write) {
            used.add(write.array());
            used.add(write.value());
        } else if (site instanceof Site.Exit exit) {
            exit.value().ifPresent(used::add);
        }
        return used;
    }

    /** Whether a value is the other one or is made of it by operators, within one body. */
    public static boolean mentions(Value value, Value searched) {
        return consists(value, searched::equals);
    }

    /** Whether a value is an array, or is made of it and not only of its length. */
    public static boolean mentionsContents(Value value, Value array) {
        Value settled = value.settled();
        if (settled instanceof Value.Join) {
            return mentions(settled, array);
        }
        boolean length = settled instanceof Value.Derived d && d.operator().equals("length");
        return settled.equals(array) || !length && parts(settled).stream().anyMatch(p -> mentionsContents(p, array));
    }

    /** Whether a value is one of those searched or is made of one by operators, within one body. */
    public static boolean consists(Value value, Predicate<Value> searched) {
        // By identity: texts that are made of themselves again and again would be hashed twice at each turn.
        return consists(value.settled(), searched, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean consists(Value value, Predicate<Value> searched, Set<Value> seen) {
        return searched.test(value)
                || (seen.add(value) && parts(value).stream().anyMatch(p -> consists(p.settled(), searched, seen)));
    }

    private static List<Value> parts(Value value) {
        if (value instanceof Value.Derived derived) {
            return derived.operands();
        }
        if (value instanceof Value.Template template) {
            return template.parts();
        }
        if (value instanceof Value.Element element) {
            return List.of(element.array());
        }
        return value instanceof Value.Join join ? join.test().map(List::of).orElseGet(join::operands) : List.of();
    }

    /** Whether an object, under these names, holds something else before anybody looks at it behind a site. */
    static boolean isRenewed(Site from, Set<Value> names, Body in, Predicate<MethodKey> renewing) {
        Predicate<Site> renews = s -> s instanceof Site.Call c
                && renewing.test(c.target())
                && c.receiver().map(Value::settled).filter(names::contains).isPresent()
                && c.arguments().stream().noneMatch(a -> consists(a, names::contains));
        return in.sites().stream().anyMatch(renews)
                && in.flow().after(from, Walk.until(renews)).stream()
                        .filter(s -> !renews.test(s) && !isName(s, names))
                        .noneMatch(s -> ValueUses.of(s).stream().anyMatch(v -> consists(v, names::contains)));
    }

    private static boolean isName(Site site, Set<Value> names) {
        return site instanceof Site.Call call && names.contains(new Value.Result(call)) && call.resultUsed();
    }
}
