package dev.replaylint.durable;

import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Objects that operations gave: these are read from their checkpoints, and are not those that a function had in its hands. */
final class AnsweredObjects {

    private static final int DEEPEST = 12;

    private final Set<Visit> open = new HashSet<>();

    private AnsweredObjects() {}

    /** Whether a field is read from such an object only. */
    static boolean areRead(Site.FieldRead read, Visit visit) {
        AnsweredObjects objects = new AnsweredObjects();
        return read.receiver().filter(r -> objects.isOne(r, visit, DEEPEST)).isPresent();
    }

    private boolean isOne(Value value, Visit visit, int depth) {
        Value settled = value.settled();
        if (depth == 0) {
            return false;
        }
        if (settled instanceof Value.Result result) {
            return isAnswer(result.call(), visit, depth);
        }
        if (settled instanceof Value.Parameter parameter) {
            return isHanded(parameter.index(), visit, depth);
        }
        if (settled instanceof Value.This) {
            return isHanded(-1, visit, depth);
        }
        List<Value> parts = settled instanceof Value.Join join
                ? join.operands()
                : settled instanceof Value.Derived given && Targets.isGiven(given) ? given.operands() : List.of();
        return !parts.isEmpty() && parts.stream().allMatch(p -> isOne(p, visit, depth - 1));
    }

    /** What the SDK gives, a part of it, or what methods return that return one. */
    private boolean isAnswer(Site.Call call, Visit visit, int depth) {
        if (DurableSdk.owns(call.target().owner())) {
            return true;
        }
        List<Edge> calls = visit.calls(call);
        if (calls.isEmpty()) {
            return call.target().isOfPlatform()
                    && call.receiver().filter(r -> isOne(r, visit, depth - 1)).isPresent();
        }
        return calls.stream().map(Edge::callee).allMatch(c -> {
            List<Value> returned = c.returned().toList();
            return !returned.isEmpty() && returned.stream().allMatch(v -> isOne(v, c, depth - 1));
        });
    }

    private boolean isHanded(int parameter, Visit visit, int depth) {
        List<Edge> calls = visit.incoming();
        if (calls.isEmpty() || visit.entry().isPresent() || !open.add(visit)) {
            return false;
        }
        boolean all = calls.stream().allMatch(e -> {
            Optional<Edge.Bound> given = e.argument(parameter);
            return given.filter(g -> isOne(g.value(), g.visit(), depth - 1)).isPresent();
        });
        open.remove(visit);
        return all;
    }
}
