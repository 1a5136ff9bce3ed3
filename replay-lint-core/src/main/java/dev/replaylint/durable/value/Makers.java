package dev.replaylint.durable.value;

import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.Set;

/** Whether the code shows where an object is made, or somebody outside hands it in. */
final class Makers {

    private final Fields fields;

    Makers(Fields fields) {
        this.fields = fields;
    }

    boolean isUnknown(Value value, Visit visit) {
        return isUnknown(value.settled(), visit, new HashSet<>());
    }

    private record Question(Visit visit, Value value) {}

    private boolean isUnknown(Value value, Visit visit, Set<Question> seen) {
        if (!seen.add(new Question(visit, value))) {
            return false;
        }
        if (value instanceof Value.Join join) {
            return join.operands().stream().anyMatch(o -> isUnknown(o, visit, seen));
        }
        if (value instanceof Value.FieldValue field) {
            var writes = fields.calledWrites(field.read().field());
            return writes.isEmpty()
                    || writes.stream().anyMatch(w -> isUnknown(w.site().value(), w.visit(), seen));
        }
        return value instanceof Value.Parameter parameter && isHandedIn(parameter, visit, seen);
    }

    /** Whether an object is made when the class or the handler is, so that each invocation finds it as the last one left it. */
    boolean isKept(Value value, Visit visit) {
        return isKept(value.settled(), visit, new HashSet<>());
    }

    private boolean isKept(Value value, Visit visit, Set<Question> seen) {
        if (!seen.add(new Question(visit, value))) {
            return false;
        }
        if (value instanceof Value.FieldValue field) {
            var writes = fields.calledWrites(field.read().field());
            return !writes.isEmpty() && writes.stream().allMatch(w -> w.visit().region() == Region.INITIALIZATION);
        }
        return value instanceof Value.Parameter parameter
                && visit.incoming().stream()
                        .flatMap(e -> e.argument(parameter.index()).stream())
                        .anyMatch(b -> isKept(b.value().settled(), b.visit(), seen));
    }

    private boolean isHandedIn(Value.Parameter parameter, Visit visit, Set<Question> seen) {
        boolean passed = false;
        for (Edge edge : visit.incoming()) {
            if (edge.argument(parameter.index()).isPresent()) {
                Edge.Bound bound = edge.argument(parameter.index()).get();
                passed = true;
                if (isUnknown(bound.value().settled(), bound.visit(), seen)) {
                    return true;
                }
            }
        }
        return !passed;
    }
}
