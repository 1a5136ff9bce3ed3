package dev.replaylint.durable.suspension;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Guard;
import dev.replaylint.catalog.Operand;
import dev.replaylint.catalog.Relay;
import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Body;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds calls of APIs that catch what the functions given to them throw, or decide whether those run. */
public final class GuardedCalls {

    /** Calls of one chain, such as that of a completable future. */
    private static final int LONGEST_CHAIN = 12;

    private final Effects effects;
    private final Suspensions suspensions;

    public GuardedCalls(Effects effects, Suspensions suspensions) {
        this.effects = effects;
        this.suspensions = suspensions;
    }

    public List<GuardedCall> in(List<Visit> visits) {
        List<GuardedCall> found = new ArrayList<>();
        for (Visit visit : visits) {
            for (Site.Call call : visit.body().calls()) {
                effects.guard(call.target())
                        .ifPresent(entry -> suspension(entry, call, visit)
                                .ifPresent(s -> found.add(new GuardedCall(ApiUse.of(call, visit), entry.fact(), s))));
            }
        }
        return found;
    }

    private Optional<Suspension> suspension(CatalogEntry<Guard> entry, Site.Call call, Visit visit) {
        if (isThrown(call, visit.body(), LONGEST_CHAIN)) {
            return Optional.empty();
        }
        return entry.from().contains(Operand.RECEIVER) ? inChain(call, visit) : suspensions.inFunctionOf(call, visit);
    }

    /** Whether all that becomes of the exception that a call has caught is that it is thrown after all: {@code Try.of(…).get()}. */
    private boolean isThrown(Site.Call call, Body body, int depth) {
        Value kept = new Value.Result(call);
        List<Site> uses = body.sites().stream()
                .filter(s -> ValueUses.operands(s).stream().anyMatch(v -> BodyReads.mentions(v, kept)))
                .toList();
        return depth > 0
                && uses.stream().allMatch(s -> passesOn(s, kept))
                && uses.stream()
                        .anyMatch(s -> call.context()
                                        .conditions()
                                        .containsAll(s.context().conditions())
                                && throwsKept((Site.Call) s, body, depth));
    }

    private boolean passesOn(Site site, Value kept) {
        return site instanceof Site.Call use
                && use.receiver().map(Value::settled).equals(Optional.of(kept))
                && effects.relay(use.target()).isPresent();
    }

    private boolean throwsKept(Site.Call use, Body body, int depth) {
        return effects.relay(use.target()).equals(Optional.of(Relay.THROWS_KEPT)) || isThrown(use, body, depth - 1);
    }

    /** In the functions of the calls that the receiver comes from. */
    private Optional<Suspension> inChain(Site.Call call, Visit visit) {
        Optional<Site.Call> at = maker(call);
        for (int i = 0; i < LONGEST_CHAIN && at.isPresent(); i++) {
            Optional<Suspension> found = suspensions.inFunctionOf(at.get(), visit);
            if (found.isPresent()) {
                return found;
            }
            at = maker(at.get());
        }
        return Optional.empty();
    }

    private static Optional<Site.Call> maker(Site.Call call) {
        return call.receiver()
                .map(Value::settled)
                .filter(Value.Result.class::isInstance)
                .map(r -> ((Value.Result) r).call());
    }
}
