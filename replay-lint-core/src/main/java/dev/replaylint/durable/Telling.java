package dev.replaylint.durable;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Effect;
import dev.replaylint.catalog.Flow;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether values end in lines of a log and in measurements, wherever they are handed on to, and nothing else comes of them. */
final class Telling {

    /**
     * A value in a visit.
     *
     * @param except a function that does not count
     */
    private record Question(Visit visit, Value value, Optional<MethodKey> except) {}

    private final Effects effects;
    private final LogConditions conditions;

    /** What is asked for again on the way adds nothing. */
    private final Memo<Question, Boolean> known = new Memo<>(this::find);

    Telling(Effects effects) {
        this.effects = effects;
        this.conditions = new LogConditions(effects);
    }

    /** Whether it does, whatever a function does that captures it. */
    boolean only(Value value, Visit visit, Optional<MethodKey> except) {
        return known.get(new Question(visit, value, except), true);
    }

    private boolean only(Value value, Visit visit) {
        return only(value, visit, Optional.empty());
    }

    private boolean find(Question asked) {
        Visit visit = asked.visit();
        Set<Value> names = new LinkedHashSet<>(Set.of(asked.value()));
        int before;
        do {
            before = names.size();
            for (Site site : visit.body().sites()) {
                boolean taken = BodyReads.operands(site).stream().anyMatch(v -> consists(v, names));
                if (taken && !isTold(site, names, asked)) {
                    return false;
                }
            }
        } while (names.size() > before);
        return conditions.of(visit).entrySet().stream()
                .noneMatch(c -> !c.getValue() && !Tested.isAboutPresence(c.getKey()) && consists(c.getKey(), names));
    }

    private static boolean consists(Value value, Set<Value> names) {
        return BodyReads.consists(
                value,
                v -> isName(v, names)
                        || v instanceof Value.Join join
                                && join.deciders().stream()
                                        .anyMatch(d -> BodyReads.consists(d, n -> isName(n, names))));
    }

    /** What is made of others is no name, and may be too large to be compared. */
    private static boolean isName(Value value, Set<Value> names) {
        return !(value instanceof Value.Template || value instanceof Value.Derived) && names.contains(value);
    }

    /** Whether a site does no more with the names than telling them, or giving another name to be told. */
    private boolean isTold(Site site, Set<Value> names, Question asked) {
        if (site instanceof Site.Call call) {
            return effects.tells(call.target()) || isTold(call, names, asked.visit());
        }
        if (site instanceof Site.FunctionCreation function) {
            return asked.except().filter(function.implementation()::equals).isPresent()
                    || isTold(function, names, asked.visit());
        }
        if (site instanceof Site.FieldRead read) {
            names.add(new Value.FieldValue(read));
            return true;
        }
        if (site instanceof Site.ArrayWrite write && write.array().settled() instanceof Value.NewArray array) {
            names.add(array);
            return true;
        }
        return site instanceof Site.Return && isToldByCallers(asked.visit());
    }

    private boolean isTold(Site.Call call, Set<Value> names, Visit visit) {
        if (call.resultUsed()) {
            names.add(new Value.Result(call));
        }
        return visit.outgoing(call).isEmpty()
                ? isAnswered(call, names)
                : visit.outgoing(call).stream().allMatch(e -> isTold(e, names));
    }

    /** Whether an API only answers something about the names, or changes them, and runs nothing that is not known. */
    private boolean isAnswered(Site.Call call, Set<Value> names) {
        if (call.arguments().stream().anyMatch(Value.Function.class::isInstance)) {
            return false;
        }
        boolean stored = effects.flow(call.target())
                .filter(e -> e.fact() == Flow.MUTATES)
                .filter(e -> Operands.of(e.into(), call.receiver(), call.arguments()).stream()
                        .noneMatch(v -> consists(v, names)))
                .isPresent();
        boolean ofItself = call.arguments().stream().noneMatch(a -> consists(a, names));
        Optional<Effect> effect = effects.effect(call.target()).map(CatalogEntry::fact);
        return !stored
                && (ofItself
                        || call.resultUsed()
                                && effect.filter(e -> e != Effect.PURE).isEmpty());
    }

    private boolean isTold(Edge edge, Set<Value> names) {
        if (edge.how() != Edge.Kind.CALL) {
            // It is run for what the names hold, or with it.
            return edge.how() != Edge.Kind.OPERATION && conditions.tellsOnly(edge.callee());
        }
        return IntStream.range(-1, edge.arguments().size())
                .filter(i -> edge.argument(i)
                        .filter(b -> b.visit() == edge.caller() && consists(b.value(), names))
                        .isPresent())
                .allMatch(i -> only(i < 0 ? Value.This.THIS : new Value.Parameter(i), edge.callee()));
    }

    private boolean isTold(Site.FunctionCreation function, Set<Value> names, Visit visit) {
        Optional<Visit> run = visit.run(function);
        return run.isPresent()
                && IntStream.range(0, function.bound().size())
                        .filter(i -> consists(function.bound().get(i), names))
                        .allMatch(i -> only(ReadParts.parameter(function, i), run.get()));
    }

    private boolean isToldByCallers(Visit visit) {
        return !visit.incoming().isEmpty()
                && visit.incoming().stream()
                        .allMatch(e -> e.how() == Edge.Kind.CALL
                                && e.site() instanceof Site.Call call
                                && only(new Value.Result(call), e.caller()));
    }
}
