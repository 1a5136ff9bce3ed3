package dev.replaylint.durable.value;

import dev.replaylint.catalog.Operand;
import dev.replaylint.catalog.Order;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.KeptFunctions;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Body;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collections without a fixed order that are all that a field ever holds, as the initializers of its class tell: no object is asked for. */
final class InitialOrders {

    private final Program program;
    private final Effects effects;
    private final Memo<FieldKey, Set<Leaf>> known = new Memo<>(this::find);

    InitialOrders(Program program, Effects effects) {
        this.program = program;
        this.effects = effects;
    }

    /** What makes them; empty if the field may hold something else. */
    Set<Leaf> of(FieldKey field) {
        return known.get(field);
    }

    private Set<Leaf> find(FieldKey field) {
        boolean constant = program.field(field)
                .filter(f -> f.isFinal() && f.type().descriptor().startsWith("L"))
                .isPresent();
        if (!constant || !program.isProject(field.owner())) {
            return Set.of();
        }
        Set<Leaf> found = new LinkedHashSet<>();
        for (var initializer : KeptFunctions.initializers(program, field.owner())) {
            for (Body body : program.body(initializer).stream().toList()) {
                List<Site.FieldWrite> writes = body.writes(field).toList();
                List<Leaf> made = writes.stream()
                        .flatMap(w -> made(w.value(), body).stream())
                        .toList();
                if (made.size() < writes.size()) {
                    return Set.of();
                }
                found.addAll(made);
            }
        }
        return found;
    }

    private Optional<Leaf> made(Value value, Body body) {
        return value.settled() instanceof Value.Result result
                        && effects.order(result.call().target())
                                .filter(e ->
                                        e.fact() == Order.UNORDERED && e.into().equals(Operand.RESULT))
                                .isPresent()
                ? Optional.of(new Leaf.Source(result.call(), new Visit(body, Region.INITIALIZATION, Map.of())))
                : Optional.empty();
    }
}
