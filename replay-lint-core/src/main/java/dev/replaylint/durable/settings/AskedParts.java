package dev.replaylint.durable.settings;

import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.body.Outcomes;
import dev.replaylint.durable.body.Tested;
import dev.replaylint.durable.flow.Decided;
import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a part of an object may be where code asks about the object first: {@code if (m != Mode.NONE) ctx.wait("w", m.pause)}. */
final class AskedParts {

    private final Program program;
    private final Definitions definitions;
    private final Decided decided;

    AskedParts(Program program, Definitions definitions) {
        this.program = program;
        this.definitions = definitions;
        this.decided = new Decided(program, definitions);
    }

    /** A field of an object that the same body has. */
    private record Part(Value object, Value.FieldValue field) {

        FieldKey key() {
            return field.read().field();
        }
    }

    /** The part, of those objects for which the site may run; empty if that may be any, or if the value is no part. */
    Optional<List<Term>> left(Value value, Site site, Way way) {
        return part(value.settled(), way).flatMap(p -> left(p, site, way));
    }

    /** Whether a method of the object that decides about the site asks about the part: {@code if (plan.waits())}. */
    boolean isAskedInside(Value value, Site site, Way way) {
        return part(value.settled(), way)
                .filter(p -> Tested.conditions(site).stream().anyMatch(c -> asks(c.settled(), p, way)))
                .isPresent();
    }

    private static boolean asks(Value condition, Part part, Way way) {
        if (condition instanceof Value.Derived derived) {
            return derived.operands().stream().anyMatch(o -> asks(o.settled(), part, way));
        }
        return condition instanceof Value.Result result
                && isOf(result, part.object())
                && way.visit().calls(result.call()).stream()
                        .flatMap(e -> e.callee().body().sites(Site.FieldRead.class))
                        .anyMatch(r -> r.field().equals(part.key()) && isOwn(r));
    }

    private static boolean isOwn(Site.FieldRead read) {
        return read.receiver().filter(Value.This.THIS::equals).isPresent();
    }

    private static boolean isOf(Value.Result result, Value object) {
        return result.call()
                .receiver()
                .map(Value::settled)
                .filter(object::equals)
                .isPresent();
    }

    /** {@code m.pause}, or {@code m.pause()}. */
    private static Optional<Part> part(Value value, Way way) {
        if (value instanceof Value.FieldValue field) {
            return field.read().receiver().map(r -> new Part(r.settled(), field));
        }
        if (!(value instanceof Value.Result result)
                || !result.call().arguments().isEmpty()) {
            return Optional.empty();
        }
        List<Value> returned = way.visit().calls(result.call()).stream()
                .flatMap(e -> e.callee().returned())
                .map(Value::settled)
                .toList();
        return returned.size() == 1 && returned.get(0) instanceof Value.FieldValue field && isOwn(field.read())
                ? result.call().receiver().map(r -> new Part(r.settled(), field))
                : Optional.empty();
    }

    private Optional<List<Term>> left(Part part, Site site, Way way) {
        List<Condition> conditions = way.visit().conditions(site);
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        List<Term> all = definitions.constants(part.object(), way, (join, w) -> new LinkedHashSet<>(join.operands()));
        List<Term> left = all.stream()
                .filter(o -> conditions.stream().allMatch(c -> mayHold(c, part.object(), o, way)))
                .toList();
        if (left.size() == all.size()) {
            return Optional.empty();
        }
        List<Term> found = new ArrayList<>();
        left.forEach(o -> found.addAll(definitions.ofField(part.field(), o)));
        return Optional.of(found);
    }

    private boolean mayHold(Condition condition, Value object, Term one, Way way) {
        return new Outcomes(program, v -> known(v.settled(), object, one, way))
                .of(condition, way.visit().body())
                .filter(o -> o != condition.outcome())
                .isEmpty();
    }

    private Optional<Known> known(Value value, Value object, Term one, Way way) {
        if (value.equals(object)) {
            return Known.of(one.value(), program);
        }
        return value instanceof Value.Result result && isOf(result, object)
                ? answer(result.call(), one, way)
                : decided.known(value, way);
    }

    /** What a method of the object gives, if the object is this one. */
    private Optional<Known> answer(Site.Call call, Term one, Way way) {
        Set<Optional<Known>> found = new LinkedHashSet<>();
        for (Edge edge : way.visit().calls(call)) {
            Optional<Edge.Bound> object = Optional.of(new Edge.Bound(one.way().visit(), one.value()));
            Way inside = way.into(new Edge(edge.caller(), call, edge.callee(), edge.how(), object, edge.arguments()));
            edge.callee()
                    .returns()
                    .filter(r -> decided.runs(r, inside))
                    .forEach(r -> found.add(r.value().flatMap(v -> decided.known(v, inside))));
        }
        return found.size() == 1 ? found.iterator().next() : Optional.empty();
    }
}
