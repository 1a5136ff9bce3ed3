package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.InitialValues;
import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.program.Body;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;

/** What a field of an object holds that nothing has but a chain of calls: {@code new Call().once().named(name).on(ctx)}. */
record ChainedFields(FieldKey field) {

    private static final int LONGEST = 40;

    /** What the last call of the chain has assigned that the object comes through, or else its constructor; empty if that is not certain. */
    Optional<Term> last(Value object, Way way) {
        Optional<Term> at = Optional.of(new Term(object.settled(), way));
        for (int i = 0; i < LONGEST && at.filter(ChainedFields::isOnlyOfChain).isPresent(); i++) {
            Term here = at.get();
            Optional<Edge> call = call(here);
            List<Site.FieldWrite> writes =
                    call.map(e -> writes(e.callee().body())).orElse(List.of());
            if (!writes.isEmpty()) {
                return certain(writes, here.way().into(call.get()));
            }
            at = before(here, call);
        }
        return Optional.empty();
    }

    /** The call that gives the object, be it its constructor. */
    private static Optional<Edge> call(Term object) {
        if (!(object.value() instanceof Value.Result result)) {
            return Optional.empty();
        }
        List<Edge> calls = object.way().visit().calls(result.call());
        return calls.size() == 1 ? Optional.of(calls.get(0)) : Optional.empty();
    }

    private static Optional<Term> before(Term object, Optional<Edge> call) {
        Way way = object.way();
        if (object.value() == Value.This.THIS) {
            return way.via()
                    .flatMap(e -> e.receiver()
                            .filter(r -> r.visit() == e.caller())
                            .map(r -> new Term(r.value().settled(), way.before(e))));
        }
        return object.value() instanceof Value.Result result
                        && !result.call().isAllocation()
                        && call.filter(e -> isOnlyReturned(e.callee().body())).isPresent()
                ? result.call().receiver().map(r -> new Term(r.settled(), way))
                : Optional.empty();
    }

    /** Whether a method gives its object again, and to nobody else. */
    private static boolean isOnlyReturned(Body body) {
        return body.sites(Site.Return.class)
                        .allMatch(r -> r.value().filter(Value.This.THIS::equals).isPresent())
                && body.sites().stream()
                        .noneMatch(s -> !(s instanceof Site.Return)
                                && ValueUses.operands(s).contains(Value.This.THIS));
    }

    /** Whether what a call gives goes to one place. */
    private static boolean isOnlyOfChain(Term object) {
        return object.value() == Value.This.THIS
                || object.way().visit().body().sites().stream()
                                .filter(s -> ValueUses.operands(s).contains(object.value()))
                                .count()
                        <= 1;
    }

    private List<Site.FieldWrite> writes(Body body) {
        return body.writes(field)
                .filter(w -> !InitialValues.isReplaced(w, body))
                .toList();
    }

    private static Optional<Term> certain(List<Site.FieldWrite> writes, Way way) {
        Site.FieldWrite write = writes.get(0);
        boolean own = write.receiver().filter(Value.This.THIS::equals).isPresent();
        return writes.size() == 1 && own && write.context().conditions().isEmpty()
                ? Optional.of(new Term(write.value(), way))
                : Optional.empty();
    }
}
