package dev.replaylint.durable;

import dev.replaylint.program.Site;
import java.util.Set;

/** Calls that pick one element by its place. */
final class Picks {

    /** Picks whichever comes first, whatever the order of the stream. */
    static final String ANY = "findAny";

    private static final Set<String> NAMES =
            Set.of("findFirst", ANY, "getFirst", "getLast", "removeFirst", "removeLast", "poll", "peek");

    private Picks() {}

    /** Whether the call gives one element, which has no order of its own. */
    static boolean isElement(Site.Call call) {
        return switch (call.target().name()) {
            case "next" -> true;
            case "get" -> call.target().descriptor().startsWith("(I)");
            default -> NAMES.contains(call.target().name());
        };
    }

    /** Whether which element it is depends on the order; in a loop, what is made of all elements may well not. */
    static boolean isPick(Site.Call call) {
        boolean ofLoop =
                call.target().name().equals("next") && !call.context().loops().isEmpty();
        return isElement(call) && !ofLoop;
    }
}
