package dev.replaylint.durable.body;

import dev.replaylint.catalog.Operand;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Picks what calls are given: all, or what the catalogue's operands stand for. */
public final class Operands {

    private Operands() {}

    /** The receiver of a call, if it has one, and the arguments. */
    public static List<Value> all(Site.Call call) {
        List<Value> all = new ArrayList<>(call.arguments().size() + 1);
        call.receiver().ifPresent(all::add);
        all.addAll(call.arguments());
        return all;
    }

    public static List<Value> of(Operand operand, Optional<Value> receiver, List<Value> arguments) {
        return switch (operand.role()) {
            case RECEIVER -> receiver.stream().toList();
            case ARGUMENTS -> arguments;
            case ARGUMENT -> operand.index() < arguments.size() ? List.of(arguments.get(operand.index())) : List.of();
            case RESULT -> List.of();
        };
    }
}
