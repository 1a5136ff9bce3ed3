package dev.replaylint.durable.body;

import dev.replaylint.program.Site;
import java.util.Set;

/** What a call without arguments asks of its receiver, told from the method's name. */
public final class Accessors {

    private static final Set<String> CONTAINERS =
            Set.of("java.util.Iterator", "java.util.ListIterator", "java.util.Optional", "java.util.Map$Entry");

    private Accessors() {}

    /** {@code id} for {@code order.id()} and {@code order.getId()}; empty for what is no question about the receiver. */
    public static String property(Site.Call call) {
        String name = call.target().name();
        boolean asks = call.receiver().isPresent()
                && call.arguments().isEmpty()
                && !CONTAINERS.contains(call.target().owner())
                && !name.equals("get");
        if (!asks) {
            return "";
        }
        boolean getter = name.length() > 3 && name.startsWith("get") && Character.isUpperCase(name.charAt(3));
        return getter ? lowered(name.substring(3)) : name;
    }

    /** Whether the call asks for its receiver as text. */
    public static boolean isText(Site.Call call) {
        return call.target().name().equals("toString")
                && call.receiver().isPresent()
                && call.arguments().isEmpty();
    }

    /** {@code Id} as {@code id}; {@code URL} as it is. */
    private static String lowered(String name) {
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
