package dev.replaylint.durable;

import dev.replaylint.catalog.Operand;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;

/** Picks the values that the catalogue's operands stand for. */
final class Operands {

    private Operands() {}

    static List<Value> of(Operand operand, Optional<Value> receiver, List<Value> arguments) {
        return switch (operand.role()) {
            case RECEIVER -> receiver.stream().toList();
            case ARGUMENTS -> arguments;
            case ARGUMENT -> operand.index() < arguments.size() ? List.of(arguments.get(operand.index())) : List.of();
            case RESULT -> List.of();
        };
    }
}
