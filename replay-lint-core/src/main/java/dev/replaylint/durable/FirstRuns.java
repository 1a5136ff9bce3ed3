package dev.replaylint.durable;

import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Code that does not run while something is replayed: behind {@code if (!ctx.isReplaying())}. */
public final class FirstRuns {

    private static final int DEEPEST = 4;

    private final ReplayModel model;
    private final Program program;

    /** What runs on replay of bodies that ask; empty for those that do not. */
    private final Memo<Visit, Optional<Set<Site>>> replayed = new Memo<>(this::find);

    FirstRuns(ReplayModel model) {
        this.model = model;
        this.program = model.program();
    }

    /** Whether a use, on all ways to it, is left out on replay. */
    public boolean have(ApiUse use) {
        return have(use.site(), use.visit(), new HashSet<>());
    }

    /** Conditions, from the entry points on, that decide whether a use runs, as the API uses they are made of. */
    public Set<Site> deciders(ApiUse use) {
        Set<Site> found = new LinkedHashSet<>();
        deciders(use.site(), use.visit(), found, new LinkedHashSet<>());
        return found;
    }

    private void deciders(Site site, Visit visit, Set<Site> found, Set<Visit> seen) {
        visit.conditions(site).forEach(c -> found.addAll(model.sources(c.value(), visit)));
        if (seen.add(visit)) {
            visit.incoming().forEach(e -> deciders(e.site(), e.caller(), found, seen));
        }
    }

    private boolean have(Site site, Visit visit, Set<Visit> seen) {
        if (replayed.get(visit).filter(s -> !s.contains(site)).isPresent()) {
            return true;
        }
        boolean start = visit.entry().isPresent() || visit.incoming().isEmpty();
        return !start
                && (!seen.add(visit) || visit.incoming().stream().allMatch(e -> have(e.site(), e.caller(), seen)));
    }

    private Optional<Set<Site>> find(Visit visit) {
        boolean asks = visit.body().sites().stream()
                .flatMap(s -> visit.conditions(s).stream())
                .anyMatch(c -> onReplay(c.value(), visit, DEEPEST).isPresent());
        return asks
                ? Optional.of(visit.body().flow().fromStart(new Walk(s -> false, c -> mayBe(c, visit), s -> true)))
                : Optional.empty();
    }

    private boolean mayBe(Condition condition, Visit visit) {
        return onReplay(condition.value(), visit, DEEPEST)
                .filter(t -> t != (condition.outcome() == 0))
                .isEmpty();
    }

    /** What a truth value is on replay, if that is certain. */
    private Optional<Boolean> onReplay(Value value, Visit visit, int depth) {
        Value settled = value.settled();
        if (settled instanceof Value.Derived derived && derived.operator().equals("!")) {
            return onReplay(derived.operands().get(0), visit, depth).map(t -> !t);
        }
        if (settled instanceof Value.Join join && depth > 0) {
            return joined(join, visit, depth - 1);
        }
        return settled instanceof Value.Result result && depth > 0
                ? result(result, visit, depth - 1)
                : Optional.empty();
    }

    /** {@code !ctx.isReplaying()} as the value of a variable, alone or with other conditions. */
    private Optional<Boolean> joined(Value.Join join, Visit visit, int depth) {
        return join.decisions().stream()
                .flatMap(d -> onReplay(d.value(), visit, depth).map(t -> d.after(t ? 0 : 1, join.ways())).stream())
                .filter(left -> left.size() == 1)
                .map(left -> left.iterator().next())
                .filter(Value.Constant.class::isInstance)
                .flatMap(v -> Known.of(v, program).stream())
                .map(k -> !k.equals(Known.Literal.ZERO))
                .findFirst();
    }

    private Optional<Boolean> result(Value.Result result, Visit visit, int depth) {
        if (DurableSdk.isReplaying(result.call().target(), program)) {
            return Optional.of(true);
        }
        List<Optional<Boolean>> returned = visit.calls(result.call()).stream()
                .flatMap(e -> e.callee().returned().map(v -> onReplay(v, e.callee(), depth)))
                .distinct()
                .toList();
        return returned.size() == 1 ? returned.get(0) : Optional.empty();
    }
}
