package dev.replaylint.durable.border;

import dev.replaylint.durable.body.Tested;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;

/** Fields that operations assign, and code that asks whether they hold anything before it starts other operations. */
final class PresenceTests {

    private final BiPredicate<Site, Visit> starting;
    private final Set<FieldKey> assigned = new HashSet<>();

    /** {@code starting} tells sites that start operations, themselves or in what they call. */
    PresenceTests(Collection<Visit> visits, BiPredicate<Site, Visit> starting) {
        this.starting = starting;
        visits.stream()
                .filter(v ->
                        v.region() == Region.CHECKPOINTED && !v.body().key().isConstructor())
                .forEach(v -> v.body().sites(Site.FieldWrite.class).forEach(w -> assigned.add(w.field())));
    }

    /** Whether a read field decides so about operations, but for the one that assigns it. */
    boolean decide(Site site, Visit visit, Operation own) {
        return site instanceof Site.FieldRead read
                && assigned.contains(read.field())
                && visit.body().sites().stream()
                        .filter(s ->
                                s != own.call() && visit.calls(s).stream().noneMatch(e -> e.callee() == own.visit()))
                        .anyMatch(s -> isOn(s, new Value.FieldValue(read)) && starting.test(s, visit));
    }

    private static boolean isOn(Site site, Value field) {
        return site.context().conditions().stream()
                .flatMap(c -> Tested.presence(c.value().settled()).stream())
                .anyMatch(t -> t.operands().contains(field));
    }
}
