package dev.replaylint.durable.sink;

import dev.replaylint.catalog.Flow;
import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Parts;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Body;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Site;
import dev.replaylint.program.TryRange;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Marks that only tell the first invocation of a sandbox from the others, for its log: {@code if (!warm) log.info("cold start")}. And
 * buffers that each invocation empties before it uses them, or that are empty again when it ends.
 */
public final class ColdStarts {

    private final Effects effects;
    private final Parts parts;
    private final LogConditions logging;

    public ColdStarts(Effects effects) {
        this.effects = effects;
        this.parts = new Parts(effects);
        this.logging = new LogConditions(effects);
    }

    /** Whether what the read gives decides about lines of a log and the mark itself, and nothing else. */
    public boolean isMark(Site.FieldRead read, Visit visit) {
        Body body = visit.body();
        List<Value> asked = new ArrayList<>(List.of(new Value.FieldValue(read)));
        Parts.users(asked.get(0), body)
                .filter(c -> c.receiver().filter(asked.get(0)::equals).isPresent())
                .forEach(c -> asked.add(new Value.Result(c)));
        return body.sites().stream().allMatch(s -> isOfMark(s, read, asked, visit))
                && body.sites().stream().anyMatch(s -> depends(s, asked));
    }

    private boolean isOfMark(Site site, Site.FieldRead read, List<Value> asked, Visit visit) {
        boolean uses = ValueUses.of(site).stream().anyMatch(v -> consists(v, asked) || isChosen(v, asked));
        return !uses
                || isAsking(site, asked)
                || depends(site, asked) && (isToldOrSet(site, read, visit) && !isGiven(site, asked));
    }

    /** A question to the mark, such as {@code first.getAndSet(false)}. */
    private static boolean isAsking(Site site, List<Value> asked) {
        return site instanceof Site.Call call && asked.contains(new Value.Result(call));
    }

    private static boolean depends(Site site, List<Value> asked) {
        return site.context().conditions().stream().anyMatch(c -> consists(c.value(), asked));
    }

    private boolean isToldOrSet(Site site, Site.FieldRead read, Visit visit) {
        return logging.tellsOnly(site, visit)
                || site instanceof Site.FieldWrite write
                        && write.field().equals(read.field())
                        && write.value().settled() instanceof Value.Constant;
    }

    /** Whether a value is one or the other, depending on the mark. */
    private static boolean isChosen(Value value, List<Value> asked) {
        return BodyReads.consists(
                value,
                v -> v instanceof Value.Join join && join.deciders().stream().anyMatch(d -> consists(d, asked)));
    }

    private static boolean isGiven(Site site, List<Value> asked) {
        return site instanceof Site.Call call && call.arguments().stream().anyMatch(a -> consists(a, asked));
    }

    private static boolean consists(Value value, List<Value> asked) {
        return BodyReads.consists(value, asked::contains);
    }

    /** Whether what the read gives is emptied before anything is done with it. */
    public boolean isEmptied(Site.FieldRead read, Body body) {
        Set<Value> objects = parts.of(new Value.FieldValue(read), body);
        return effects.isRenewed(read, objects, body);
    }

    /**
     * Whether a change is one of those in a body that put an element into a collection, and take it out before the body ends, whatever
     * happens: {@code PATH.get().push(scope); try { … } finally { PATH.get().pop(); }}.
     */
    public boolean isTakenBack(Site.Call change, Body body) {
        Optional<Object> collection = collection(change);
        Set<Site> puts = new HashSet<>();
        Set<Site> takes = new HashSet<>();
        for (Site.Call call : collection.isPresent() ? body.calls() : List.<Site.Call>of()) {
            if (collection(call).equals(collection)) {
                boolean all = call.arguments().isEmpty() || effects.renews(call.target());
                (all ? takes : puts).add(call);
            }
        }
        Walk puttingNone = Walk.until(puts::contains);
        return takes.stream().anyMatch(t -> t.context().handlers().stream().anyMatch(TryRange.Handler::isFinally))
                && puts.stream()
                        .flatMap(p -> body.flow().after(p, Walk.until(takes::contains)).stream())
                        .noneMatch(s -> s instanceof Site.Return || puts.contains(s))
                && Stream.concat(
                                body.flow().fromStart(puttingNone).stream(),
                                takes.stream().flatMap(t -> body.flow().after(t, puttingNone).stream()))
                        .noneMatch(takes::contains);
    }

    /** What the collection is read from that a call changes: a field, or the method that gives it. */
    private Optional<Object> collection(Site.Call change) {
        Value read = change.receiver().map(Value::settled).orElse(Value.Unknown.UNKNOWN);
        while (read instanceof Value.Result part
                && effects.sharing(part.call().target()).isPresent()
                && part.call().receiver().isPresent()) {
            read = part.call().receiver().get().settled();
        }
        boolean changes = effects.flow(change.target())
                .filter(e -> e.fact() == Flow.MUTATES)
                .isPresent();
        Optional<Object> source = read instanceof Value.FieldValue field
                ? Optional.of(field.read().field())
                : read instanceof Value.Result given ? Optional.of(given.call().target()) : Optional.empty();
        return source.filter(s -> changes);
    }
}
