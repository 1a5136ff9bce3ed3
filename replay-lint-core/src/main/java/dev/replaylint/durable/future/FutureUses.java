package dev.replaylint.durable.future;

import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.durable.flow.StateChanges;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a body waits for a future, or gives it to somebody who will. */
final class FutureUses {

    private static final Set<String> ASKING = Set.of("size", "isEmpty", "keySet", "containsKey");

    private final Program program;
    private final StateChanges changes;
    private final BodyReads reads;

    FutureUses(Program program, StateChanges changes) {
        this.program = program;
        this.changes = changes;
        this.reads = new BodyReads(changes);
    }

    /** {@code anyUse}: whether every call on the future counts, as for a callback whose id is passed on. */
    Set<Site> joins(Body body, Value future, boolean anyUse) {
        Set<Site> joins = new LinkedHashSet<>();
        for (Site site : body.sites()) {
            Optional<Value> holder = holder(site, future);
            if (holder.isPresent()) {
                joins.addAll(joinsOf(holder.get(), site, body));
            } else if (joinsDirectly(site, future, anyUse)) {
                joins.add(site);
            }
        }
        return joins;
    }

    /** Whether the body puts the future into a collection or array. */
    boolean isHeld(Body body, Value future) {
        return body.sites().stream().anyMatch(s -> holder(s, future).isPresent());
    }

    /** What uses a collection behind the site that fills it; nothing if that asks only about it, or for one of many futures. */
    private List<Site> joinsOf(Value holder, Site filling, Body body) {
        List<Site> used = body.sites().stream()
                .filter(s ->
                        s != filling && reads.uses(s, holder, filling.context().conditions()))
                .toList();
        List<Site> taking = used.stream().filter(s -> !isAsked(s, holder)).toList();
        boolean one = isInEachRound(filling)
                && taking.size() == 1
                && taking.get(0).context().loops().isEmpty()
                && takesOne(taking.get(0), holder);
        return taking.isEmpty() || one ? List.of() : used;
    }

    /** Whether a loop fills the holder in each of its rounds, rather than in one. */
    private static boolean isInEachRound(Site filling) {
        List<Context.Loop> loops = filling.context().loops();
        return !loops.isEmpty()
                && filling.context().conditions().stream()
                        .allMatch(c -> loops.stream().anyMatch(l -> l.exits().contains(c.value())));
    }

    /** Whether a site asks only how many futures there are, or under which keys. */
    private static boolean isAsked(Site site, Value holder) {
        if (holder instanceof Value.NewArray) {
            return ValueUses.of(site).stream().noneMatch(v -> BodyReads.mentionsContents(v, holder));
        }
        return site instanceof Site.Call call
                && ASKING.contains(call.target().name())
                && isOn(call, holder)
                && !call.arguments().contains(holder);
    }

    /** Whether a site takes the element at a constant index, and nothing else. */
    private static boolean takesOne(Site site, Value holder) {
        if (!(site instanceof Site.Call call)) {
            return false;
        }
        boolean element = call.receiver()
                .filter(r -> r.settled() instanceof Value.Element e
                        && e.array().settled().equals(holder))
                .isPresent();
        boolean listed = call.target().name().equals("get")
                && call.arguments().size() == 1
                && call.target().descriptor().startsWith("(I)")
                && call.arguments().get(0).settled() instanceof Value.Constant
                && isOn(call, holder);
        return listed || element && call.arguments().isEmpty();
    }

    private static boolean isOn(Site.Call call, Value holder) {
        return call.receiver().filter(r -> r.settled().equals(holder)).isPresent();
    }

    /** The new collection or array of this body that the site puts the future into. */
    private Optional<Value> holder(Site site, Value future) {
        return changes.at(site)
                .filter(c -> c.stored().stream().anyMatch(v -> BodyReads.mentions(v, future)))
                .flatMap(StateChanges.Change::target)
                .filter(t -> t instanceof Value.NewArray
                        || t instanceof Value.Result r && r.call().isAllocation());
    }

    private boolean joinsDirectly(Site site, Value future, boolean anyUse) {
        if (site instanceof Site.Call call) {
            boolean onIt =
                    call.receiver().filter(r -> BodyReads.mentions(r, future)).isPresent();
            return given(call.arguments(), future) || (onIt && (anyUse || DurableSdk.joins(call.target(), program)));
        }
        if (site instanceof Site.UnresolvedCall call) {
            return given(call.operands(), future);
        }
        if (site instanceof Site.FunctionCreation function) {
            return given(function.bound(), future);
        }
        if (site instanceof Site.FieldWrite write) {
            return BodyReads.mentions(write.value(), future);
        }
        if (site instanceof Site.ArrayWrite write) {
            return BodyReads.mentions(write.value(), future);
        }
        return site instanceof Site.Return result
                && given(result.value().stream().toList(), future);
    }

    private static boolean given(List<Value> values, Value future) {
        return values.stream().anyMatch(v -> BodyReads.mentions(v, future));
    }

    /** Whether the branch is taken only if the future, which has been started, is null. */
    static boolean saysNull(Condition condition, Value future) {
        if (!(condition.value() instanceof Value.Derived test)
                || !test.operands().contains(Value.Null.NULL)
                || !BodyReads.mentions(test, future)) {
            return false;
        }
        boolean equal = test.operator().equals("==");
        return equal == (condition.outcome() == 0);
    }
}
