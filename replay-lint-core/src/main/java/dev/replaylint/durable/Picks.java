package dev.replaylint.durable;

import dev.replaylint.program.Site;
import java.util.Set;

/** Calls that pick one element by its place. */
final class Picks {

    private static final Set<String> NAMES =
            Set.of("findFirst", "findAny", "getFirst", "getLast", "removeFirst", "removeLast", "poll", "peek");

    private Picks() {}

    static boolean isPick(Site.Call call) {
        return switch (call.target().name()) {
            // In a loop, what is made of all elements may well not depend on their order.
            case "next" -> call.context().loops().isEmpty();
            case "get" -> call.target().descriptor().startsWith("(I)");
            default -> NAMES.contains(call.target().name());
        };
    }
}
