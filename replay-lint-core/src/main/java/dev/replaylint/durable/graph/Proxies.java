package dev.replaylint.durable.graph;

import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
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
    private static final Value OBJECT = new Value.Constant(new Value.ClassLiteral("java.lang.Object"));

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
                visit.outgoing().stream().filter(e -> !isForObject(e.site())).forEach(open::add);
            }
        }
        return !replayed.isEmpty()
                && replayed.stream()
                        .flatMap(v -> v.body().calls().stream())
                        .noneMatch(c -> handsOn(c) && !isForObject(c));
    }

    /** Whether a site runs only for what every object has: {@code if (method.getDeclaringClass() == Object.class) …}. */
    private static boolean isForObject(Site site) {
        return site.context().conditions().stream().anyMatch(Proxies::asksForObject);
    }

    private static boolean asksForObject(Condition condition) {
        Value value = condition.value().settled();
        List<Value> compared =
                value instanceof Value.Derived test && test.operator().equals(condition.outcome() == 0 ? "==" : "!=")
                        ? test.operands()
                        : value instanceof Value.Result asked
                                        && asked.call().target().name().equals("equals")
                                        && condition.outcome() == 0
                                ? Operands.all(asked.call())
                                : List.of();
        return compared.stream().anyMatch(o -> o.settled() instanceof Value.Result r && isDeclaringClass(r.call()))
                && compared.stream().anyMatch(o -> o.settled().equals(OBJECT));
    }

    private static boolean isDeclaringClass(Site.Call call) {
        return call.target().owner().equals(METHOD) && call.target().name().equals("getDeclaringClass");
    }

    private static boolean handsOn(Site.Call call) {
        return call.target().owner().equals(METHOD) && call.target().name().equals("invoke");
    }
}
