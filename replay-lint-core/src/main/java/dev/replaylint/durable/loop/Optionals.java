package dev.replaylint.durable.loop;

import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Optional;
import java.util.Set;

/** Optionals that stand for what they have, and for nothing. */
final class Optionals {

    private static final String TYPE = "java.util.Optional";
    private static final Set<String> TAKING = Set.of("get", "orElse");

    private Optionals() {}

    static boolean has(Site.Call call) {
        return call.target().owner().equals(TYPE);
    }

    /** What a call makes an optional of, or takes from one. */
    static Optional<Value> content(Site.Call call) {
        if (!has(call)) {
            return Optional.empty();
        }
        Value given = call.arguments().isEmpty()
                ? Value.Null.NULL
                : call.arguments().get(0).settled();
        if (call.receiver().isEmpty()) {
            return Optional.of(given);
        }
        String name = call.target().name();
        boolean takes = name.equals("orElseThrow") || TAKING.contains(name) && given == Value.Null.NULL;
        return takes ? call.receiver() : Optional.empty();
    }
}
