package dev.replaylint.source.lowering;

import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.MethodHeader;
import java.util.List;
import java.util.Optional;

/** Binds the variables of patterns; a record pattern calls the record's accessors (JLS 14.30.2). */
final class Patterns {

    private final Lowering to;

    Patterns(Lowering to) {
        this.to = to;
    }

    void bind(PatternExpr pattern, Value value) {
        if (pattern instanceof TypePatternExpr type) {
            to.scope.declare(type.getNameAsString(), value);
        } else if (pattern instanceof RecordPatternExpr record) {
            bindComponents(record, value);
        }
    }

    private void bindComponents(RecordPatternExpr pattern, Value value) {
        String name = Literals.className(to.unit.attribution.declaredType(pattern.getType(), pattern));
        List<FieldHeader> components = to.unit.types.find(name).map(ClassHeader::fields).orElse(List.of()).stream()
                .filter(f -> !f.isStatic())
                .toList();
        List<ComponentPatternExpr> parts = pattern.getPatternList();
        for (int i = 0; i < parts.size(); i++) {
            Value part = i < components.size()
                    ? accessor(name, components.get(i), value, to.at(pattern))
                    : new Value.Derived("component", List.of(value));
            if (parts.get(i) instanceof PatternExpr nested) {
                bind(nested, part);
            }
        }
    }

    private Value accessor(String owner, FieldHeader component, Value record, Location at) {
        MethodKey key = new MethodKey(
                owner,
                component.name(),
                to.unit
                        .types
                        .find(owner)
                        .flatMap(t -> accessorOf(t, component.name()))
                        .map(MethodHeader::descriptor)
                        .orElse("()" + component.type().descriptor()));
        return to.builder.call(key, Dispatch.VIRTUAL, Optional.of(record), List.of(), false, at);
    }

    private static Optional<MethodHeader> accessorOf(ClassHeader type, String name) {
        return type.methods().stream()
                .filter(m -> m.name().equals(name) && m.parameters().isEmpty())
                .findFirst();
    }
}
