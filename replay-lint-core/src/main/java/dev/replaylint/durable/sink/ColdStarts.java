package dev.replaylint.durable.sink;

import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Parts;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Body;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Marks that only tell the first invocation of a sandbox from the others, for its log: {@code if (!warm) log.info("cold start")}. And
 * buffers that each invocation empties before it uses them.
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
                        && write.value().settled() instanceof Value.Constant
                || site instanceof Site.ArrayWrite slot
                        && slot.array().settled() instanceof Value.FieldValue array
                        && array.read().field().equals(read.field())
                        && slot.value().settled() instanceof Value.Constant;
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
}
