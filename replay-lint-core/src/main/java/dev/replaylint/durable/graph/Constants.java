package dev.replaylint.durable.graph;

import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.FieldHeader;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which constant a value is in a visit, if all ways to it give the same one (interprocedural constant propagation). */
public final class Constants {

    private static final int DEEPEST = 12;

    private final Program program;
    private final Effects effects;
    private final MadeObjects objects;

    public Constants(Program program, Effects effects, MadeObjects objects) {
        this.program = program;
        this.effects = effects;
        this.objects = objects;
    }

    /** What the value certainly is; empty if that is not known. */
    Optional<Known> of(Value value, Visit visit) {
        Search search = new Search();
        search.follow(value, Way.open(visit), DEEPEST);
        return search.unknown || search.found.size() != 1
                ? Optional.empty()
                : Optional.of(search.found.iterator().next());
    }

    /** Whether a call without a body of its own never gives {@code null}: also a step, if its function never does. */
    private boolean givesObject(Site.Call call, Visit visit) {
        if (DurableSdk.operation(call.target(), program).isEmpty()) {
            return effects.effect(call.target())
                            .filter(e -> e.fact().isVaryingValue() && !e.fact().isIo())
                            .isPresent()
                    || Known.neverGivesNull(call.target());
        }
        List<Value> returned = visit.outgoing(call).stream()
                .filter(e -> e.how() == Edge.Kind.OPERATION)
                .flatMap(e -> e.callee().returned().map(v -> v.settled()))
                .toList();
        return !returned.isEmpty() && returned.stream().allMatch(v -> isObject(v, visit));
    }

    private boolean isObject(Value value, Visit visit) {
        return Known.of(value, program).filter(k -> k != Known.Nothing.NULL).isPresent()
                || value instanceof Value.Result result
                        && DurableSdk.operation(result.call().target(), program).isEmpty()
                        && givesObject(result.call(), visit);
    }

    private boolean isFinal(FieldKey field) {
        return program.field(field).filter(FieldHeader::isFinal).isPresent();
    }

    private record Question(Value value, Way way) {}

    /** One question with what was seen on the way to its answer. */
    private final class Search {
        private final Set<Known> found = new LinkedHashSet<>();
        private final Set<Question> seen = new HashSet<>();
        private boolean unknown;

        private void add(Known known) {
            Optional<Known> common = found.stream().findFirst().flatMap(f -> Known.common(f, known));
            common.ifPresent(c -> found.clear());
            found.add(common.orElse(known));
        }

        void follow(Value value, Way way, int depth) {
            Value settled = value.settled();
            if (unknown || leadsFurther(settled) && !seen.add(new Question(settled, way))) {
                return;
            }
            if (depth == 0 || found.size() > 1) {
                unknown = true;
                return;
            }
            Optional<Known> known = Known.of(settled, program);
            if (known.isPresent()) {
                add(known.get());
            } else if (settled instanceof Value.Parameter parameter) {
                passed(parameter.index(), way, depth);
            } else if (settled instanceof Value.Result result) {
                result(result.call(), way, depth);
            } else if (settled instanceof Value.FieldValue field) {
                field(field.read(), way, depth);
            } else if (settled instanceof Value.Join join) {
                join.operands().stream().filter(way.visit()::mayBe).forEach(o -> follow(o, way, depth - 1));
            } else {
                unknown = true;
            }
        }

        private void passed(int index, Way way, int depth) {
            unknown |= way.mayComeFromElsewhere();
            for (Edge edge : way.last()) {
                Optional<Edge.Bound> bound = edge.argument(index);
                unknown |= bound.isEmpty();
                bound.ifPresent(b -> follow(b.value(), way.before(edge).at(b.visit()), depth - 1));
            }
        }

        private void result(Site.Call call, Way way, int depth) {
            List<Edge> bodies = way.visit().calls(call);
            if (bodies.isEmpty() && givesObject(call, way.visit())) {
                add(Known.Something.OBJECT);
                return;
            }
            unknown |= bodies.isEmpty();
            bodies.forEach(e -> e.callee().returned().forEach(v -> follow(v, way.into(e), depth - 1)));
        }

        private void field(Site.FieldRead read, Way way, int depth) {
            if (read.receiver().isEmpty() && read.field().owner().startsWith("java.") && isFinal(read.field())) {
                found.add(Known.Something.OBJECT);
                return;
            }
            List<Term> assigned = isFinal(read.field()) ? objects.assigned(read, way) : List.of();
            unknown |= assigned.isEmpty();
            assigned.forEach(a -> follow(a.value(), a.way(), depth - 1));
        }
    }

    private static boolean leadsFurther(Value value) {
        return value instanceof Value.Parameter
                || value instanceof Value.Result
                || value instanceof Value.FieldValue
                || value instanceof Value.Join;
    }
}
