package dev.replaylint.durable;

import dev.replaylint.program.Site;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Objects that have the interfaces of others, but hand what is called to one function ({@code java.lang.reflect.Proxy}). */
final class Proxies {

    /** The class that stands for that of all proxies. */
    static final String TYPE = "java.lang.reflect.Proxy";

    private static final String METHOD = "java.lang.reflect.Method";

    private Proxies() {}

    /** Whether a call makes one, or asks something of it. */
    static boolean isOne(Site.Call call) {
        return call.target().owner().equals(TYPE);
    }

    /** Whether the function of a proxy is known, and leaves it to operations to call other objects, if at all. */
    static boolean isStub(List<Edge> functions) {
        Set<Visit> replayed = new LinkedHashSet<>();
        Deque<Edge> open = new ArrayDeque<>(functions);
        while (!open.isEmpty()) {
            Visit visit = open.poll().callee();
            if (visit.region() == Region.REPLAYED && replayed.add(visit)) {
                open.addAll(visit.outgoing());
            }
        }
        return !replayed.isEmpty()
                && replayed.stream().flatMap(v -> v.body().calls().stream()).noneMatch(Proxies::handsOn);
    }

    private static boolean handsOn(Site.Call call) {
        return call.target().owner().equals(METHOD) && call.target().name().equals("invoke");
    }
}
