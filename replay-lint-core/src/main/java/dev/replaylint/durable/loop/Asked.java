package dev.replaylint.durable.loop;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a condition asks: {@code next.state() != null}.
 *
 * @param variables the variables that it is on
 * @param fields what it reads of them
 */
record Asked(Set<Value.Join> variables, Set<FieldKey> fields) {

    static Asked by(Value condition) {
        return by(condition, c -> Optional.empty());
    }

    static Asked by(Value condition, CallFrame frame, ValueTrail trail) {
        return by(condition, c -> read(c, frame, trail));
    }

    private static Asked by(Value condition, Function<Site.Call, Optional<FieldKey>> read) {
        Asked asked = new Asked(new LinkedHashSet<>(), new LinkedHashSet<>());
        Set<Value> seen = new HashSet<>();
        Deque<Value> open = new ArrayDeque<>(List.of(condition));
        while (!open.isEmpty()) {
            Value next = open.poll().settled();
            if (next instanceof Value.Join join) {
                asked.variables.add(join);
            } else if (next instanceof Value.FieldValue field) {
                asked.fields.add(field.read().field());
                field.read().receiver().ifPresent(open::add);
            } else if (seen.add(next)) {
                if (next instanceof Value.Result result) {
                    read.apply(result.call()).ifPresent(asked.fields::add);
                }
                open.addAll(States.parts(next));
            }
        }
        return asked;
    }

    /** The field that a method of the object asks: an accessor, or {@code isLast()} for {@code task == null}. */
    private static Optional<FieldKey> read(Site.Call call, CallFrame frame, ValueTrail trail) {
        Set<FieldKey> read = new HashSet<>();
        trail.calls(call, frame)
                .forEach(e -> e.callee()
                        .returned()
                        .map(Value::settled)
                        .map(v -> v instanceof Value.Join join ? join.test().orElse(v) : v)
                        .flatMap(v -> by(v).fields().stream())
                        .forEach(read::add));
        return read.size() == 1 ? read.stream().findFirst() : Optional.empty();
    }
}
