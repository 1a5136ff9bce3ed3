package dev.replaylint.durable.value;

import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.TableContents;
import dev.replaylint.durable.flow.Tables;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Program;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What code takes from maps under keys that one way of calls shows, such as the handler for the class of an event. */
final class Taken {

    private final ValueTrail trail;
    private final Tables tables;
    private final TableContents contents;

    Taken(ValueTrail trail, Program program, Fields fields) {
        this.trail = trail;
        this.tables = new Tables(program);
        this.contents = new TableContents(tables, (read, way) -> terms(fields.writes(read.field())));
    }

    private static List<Term> terms(List<Fields.Write> writes) {
        return writes.stream()
                .map(w -> new Term(w.site().value(), Way.open(w.visit())))
                .toList();
    }

    /** The object or function that a value is, if it is taken from a map and is certain to be that, or one of the same class. */
    Optional<Value> from(Located value) {
        if (!(value.value() instanceof Value.Result result) || !tables.takes(result.call())) {
            return Optional.empty();
        }
        List<Value> found = key(result.call().arguments().get(0), value.frame()).stream()
                .flatMap(k -> contents.taken(k, result.call(), Way.of(value.frame())).stream())
                .map(Term::value)
                .toList();
        Set<Object> kinds = new HashSet<>();
        found.forEach(v -> kinds.add(kind(v).orElse(v)));
        return kinds.size() == 1 ? found.stream().findFirst().filter(v -> kind(v).isPresent()) : Optional.empty();
    }

    private static Optional<Object> kind(Value value) {
        if (value instanceof Value.Function function) {
            return Optional.of(function.creation().implementation());
        }
        return value instanceof Value.Result made && made.call().isAllocation()
                ? Optional.of(made.call().target().owner())
                : Optional.empty();
    }

    private Optional<Known> key(Value value, CallFrame frame) {
        Located key = trail.follow(value, frame);
        return Tables.classAsked(key.value())
                .map(o -> trail.exactType(o, key.frame()).flatMap(t -> Known.ofClass(new Known.Made(t))))
                .orElseGet(() -> tables.constant(key.value(), key.frame().visit()));
    }
}
