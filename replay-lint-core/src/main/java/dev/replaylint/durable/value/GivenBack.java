package dev.replaylint.durable.value;

import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a thread-local held before, kept until it gets it back: {@code before = T.get(); T.set(id); try { … } finally { T.set(before);
 * }}.
 */
public final class GivenBack {

    private final Effects effects;

    public GivenBack(Effects effects) {
        this.effects = effects;
    }

    /** Whether what the thread-local that a read gives is asked for goes back into it, or decides whether it does, and nothing else. */
    public boolean is(Site.FieldRead read, Body body) {
        Set<Value> held = body.sites(Site.Call.class)
                .filter(c -> c.receiver().map(Value::settled).equals(Optional.of(new Value.FieldValue(read))))
                .filter(c -> !effects.renews(c.target()) && c.arguments().isEmpty())
                .map(Value.Result::new)
                .collect(Collectors.toSet());
        return !held.isEmpty()
                && body.sites().stream()
                        .filter(s -> Stream.concat(
                                        ValueUses.of(s).stream(),
                                        s.context().conditions().stream().map(Context.Condition::value))
                                .anyMatch(v -> BodyReads.consists(v, u -> uses(u, held))))
                        .allMatch(s -> gives(s, read.field(), held));
    }

    private static boolean uses(Value value, Set<Value> held) {
        return held.contains(value)
                || value instanceof Value.Join join
                        && join.deciders().stream().anyMatch(d -> BodyReads.consists(d, held::contains));
    }

    private boolean gives(Site site, FieldKey field, Set<Value> held) {
        return site instanceof Site.FieldRead other && other.field().equals(field)
                || site instanceof Site.Call call
                        && effects.renews(call.target())
                        && call.arguments().stream().allMatch(a -> held.contains(a.settled()))
                        && call.receiver()
                                .filter(r -> r.settled() instanceof Value.FieldValue other
                                        && other.read().field().equals(field))
                                .isPresent();
    }
}
