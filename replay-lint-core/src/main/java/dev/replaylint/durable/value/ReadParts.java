package dev.replaylint.durable.value;

import dev.replaylint.catalog.Flow;
import dev.replaylint.catalog.Operand;
import dev.replaylint.durable.body.Tested;
import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Edge.Bound;
import dev.replaylint.durable.flow.Pairs;
import dev.replaylint.durable.flow.Parts;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Body;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What code reads of an object that it has, through fields and accessors: an order of which a step takes the number only does not hand
 * it the time that is in the order, too. Goes with the object into code that it is handed on to.
 */
public final class ReadParts {

    private record Question(Visit visit, Value object) {}

    private final Pairs pairs;

    /** Of an object that is asked for again on the way, nothing more. */
    private final Memo<Question, Optional<Set<Bound>>> known = new Memo<>(this::find);

    ReadParts(Pairs pairs) {
        this.pairs = pairs;
    }

    /** The parts that are read; empty if the object itself is used. */
    Optional<Set<Bound>> of(Value object, Visit visit) {
        return known.get(new Question(visit, object), Optional.of(Set.of()));
    }

    /** The parts that are read, or the object if it is used itself. */
    Set<Bound> orWhole(Value object, Visit visit) {
        return of(object, visit).orElseGet(() -> Set.of(new Bound(visit, object)));
    }

    /** What a visit reads of all fields; of one that it only returns, what its callers read of that. */
    Stream<Bound> ofFields(Visit visit) {
        boolean isAsked = isGetter(visit.body())
                && visit.incoming().stream().allMatch(e -> e.how() == Edge.Kind.CALL && e.site() instanceof Site.Call);
        return isAsked
                ? visit.incoming().stream()
                        .flatMap(e -> orWhole(new Value.Result((Site.Call) e.site()), e.caller()).stream())
                : visit.body()
                        .sites(Site.FieldRead.class)
                        .flatMap(r -> orWhole(new Value.FieldValue(r), visit).stream());
    }

    private Optional<Set<Bound>> find(Question asked) {
        Value object = asked.object();
        Visit visit = asked.visit();
        Set<Bound> parts = new LinkedHashSet<>();
        for (Site site : visit.body().sites()) {
            if (site instanceof Site.FieldRead read
                    && read.receiver().filter(object::equals).isPresent()) {
                parts.addAll(orWhole(new Value.FieldValue(read), visit));
            } else if (site instanceof Site.Call call && isAccessor(call, object, visit)) {
                parts.addAll(orWhole(new Value.Result(call), visit));
            } else if (uses(site, object) && !onlyChanges(site, object, visit)) {
                Optional<Set<Bound>> there = handedOn(site, object, visit);
                if (there.isEmpty()) {
                    return Optional.empty();
                }
                parts.addAll(there.get());
            }
        }
        return decides(object, visit.body()) ? Optional.empty() : Optional.of(parts);
    }

    /** Whether a site changes the object without asking anything of it: {@code CURRENT.remove()}. */
    private boolean onlyChanges(Site site, Value object, Visit visit) {
        return site instanceof Site.Call call
                && !call.resultUsed()
                && visit.outgoing(call).isEmpty()
                && call.receiver().filter(object::equals).isPresent()
                && call.arguments().stream().noneMatch(a -> BodyReads.mentions(a, object))
                && pairs.effects()
                        .flow(call.target())
                        .filter(e -> e.fact() == Flow.MUTATES && e.into().equals(Operand.RECEIVER))
                        .isPresent();
    }

    private static boolean decides(Value object, Body body) {
        return body.sites().stream().flatMap(s -> Tested.conditions(s).stream()).anyMatch(c -> asks(c, object));
    }

    /** Whether a condition is about the object, and not just about whether there is one. */
    private static boolean asks(Value condition, Value object) {
        return !Tested.isAboutPresence(condition) && BodyReads.mentions(condition, object);
    }

    private static boolean uses(Site site, Value object) {
        return BodyReads.operands(site).stream().anyMatch(v -> BodyReads.consists(v, p -> isOrDependsOn(p, object)));
    }

    private static boolean isOrDependsOn(Value value, Value object) {
        return value.equals(object)
                || value instanceof Value.Join join && join.deciders().stream().anyMatch(d -> asks(d, object));
    }

    /** What is read where a site hands the object on; empty if that is not known, or if the site does anything else with it. */
    private Optional<Set<Bound>> handedOn(Site site, Value object, Visit visit) {
        boolean asItIs = BodyReads.operands(site).stream()
                .filter(v -> BodyReads.consists(v, p -> isOrDependsOn(p, object)))
                .allMatch(object::equals);
        if (asItIs && site instanceof Site.Call call) {
            return byCall(visit.calls(call), object);
        }
        return asItIs && site instanceof Site.FunctionCreation function
                ? visit.run(function).flatMap(run -> captured(function, object, run))
                : Optional.empty();
    }

    private Optional<Set<Bound>> byCall(List<Edge> edges, Value object) {
        Set<Bound> parts = new LinkedHashSet<>();
        int passed = 0;
        for (Edge edge : edges) {
            for (int i = -1; i < edge.arguments().size(); i++) {
                if (Parts.passes(edge.argument(i), Set.of(object), edge)) {
                    Optional<Set<Bound>> there = of(i < 0 ? Value.This.THIS : new Value.Parameter(i), edge.callee());
                    if (there.isEmpty()) {
                        return Optional.empty();
                    }
                    parts.addAll(there.get());
                    passed++;
                }
            }
        }
        return passed == 0 ? Optional.empty() : Optional.of(parts);
    }

    private Optional<Set<Bound>> captured(Site.FunctionCreation function, Value object, Visit run) {
        Set<Bound> parts = new LinkedHashSet<>();
        for (int i = 0; i < function.bound().size(); i++) {
            if (function.bound().get(i).equals(object)) {
                Optional<Set<Bound>> there = of(parameter(function, i), run);
                if (there.isEmpty()) {
                    return Optional.empty();
                }
                parts.addAll(there.get());
            }
        }
        return Optional.of(parts);
    }

    /** What a function calls the value that it is bound to. */
    public static Value parameter(Site.FunctionCreation function, int bound) {
        int index = bound - (function.dispatch() == Dispatch.STATIC ? 0 : 1);
        return index < 0 ? Value.This.THIS : new Value.Parameter(index);
    }

    private boolean isAccessor(Site.Call call, Value object, Visit visit) {
        boolean own = call.arguments().isEmpty()
                && !visit.calls(call).isEmpty()
                && visit.calls(call).stream().allMatch(e -> isGetter(e.callee().body()));
        return call.receiver().filter(object::equals).isPresent()
                && !call.arguments().contains(object)
                && (own || pairs.isRead(call));
    }

    /** A body that does nothing but read a field of its object. */
    private static boolean isGetter(Body body) {
        return body.sites().size() == 2
                && body.sites().get(0) instanceof Site.FieldRead read
                && body.sites().get(1) instanceof Site.Return result
                && result.value().equals(Optional.of(new Value.FieldValue(read)));
    }
}
