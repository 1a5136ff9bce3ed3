package dev.replaylint.durable.value;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Context;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations whose results values are made of along one way of calls. */
public final class Answers {

    private static final int DEEPEST = 24;
    private static final int HELPERS = 6;

    /** Helpers that call helpers twice double the ways. */
    private static final int MOST_VALUES = 5_000;

    private final Program program;
    private final ValueTrail trail;
    private final Optional<Round> round;
    private final Set<Site> found = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<CallFrame, Set<Value>> seen = new HashMap<>();
    private boolean elements;
    private int depth;
    private int looked;

    /** A loop, and the frame it is in. */
    private record Round(Context.Loop loop, CallFrame frame) {

        /** Whether a call of a frame is made anew in each round; what was called before has one result for all. */
        boolean repeats(Site.Call call, CallFrame at) {
            return at != frame || loop.encloses(call);
        }
    }

    private Answers(Program program, ValueTrail trail, Optional<Round> round) {
        this.program = program;
        this.trail = trail;
        this.round = round;
    }

    /** Only those whose results flow into the values. */
    public static Answers flowing(Program program, ValueTrail trail) {
        return new Answers(program, trail, Optional.empty());
    }

    /** Of the operations in a loop, those that have a say in its values, be it that they decide which one it is. */
    public static Answers inRounds(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail) {
        return new Answers(program, trail, Optional.of(new Round(loop, frame)));
    }

    /** Whether operations in a loop have a say in what values are. */
    public static boolean decide(
            List<Value> values, Context.Loop loop, CallFrame frame, Program program, ValueTrail trail) {
        Answers answers = inRounds(loop, frame, program, trail);
        values.forEach(v -> answers.collect(v, frame));
        return !answers.found().isEmpty();
    }

    /** Whether an object is one that operations gave: it is read from their checkpoints, and is not what a function had in its hands. */
    public static boolean gave(Optional<Value> object, Visit visit) {
        return gave(object, visit, HELPERS);
    }

    private static boolean gave(Optional<Value> object, Visit visit, int depth) {
        Value value = object.map(Value::settled).orElse(Value.Unknown.UNKNOWN);
        if (depth == 0 || !(value instanceof Value.Result result)) {
            int given = value instanceof Value.Parameter p ? p.index() : -1;
            return depth > 0
                    && (given >= 0 || value instanceof Value.This)
                    && visit.entry().isEmpty()
                    && !visit.incoming().isEmpty()
                    && visit.incoming().stream()
                            .map(e -> e.argument(given))
                            .allMatch(b -> b.isPresent()
                                    && gave(b.map(Edge.Bound::value), b.get().visit(), depth - 1));
        }
        Site.Call call = result.call();
        List<Edge> calls = visit.calls(call);
        return DurableSdk.owns(call.target().owner())
                || (calls.isEmpty()
                        ? call.target().isOfPlatform() && gave(call.receiver(), visit, depth - 1)
                        : !call.isAllocation()
                                && calls.stream()
                                        .map(Edge::callee)
                                        .allMatch(c -> c.returned().allMatch(v -> gave(Optional.of(v), c, depth - 1))));
    }

    /** The calls that start those operations. */
    public Set<Site> found() {
        return found;
    }

    /** Whether the values are made of elements that something is gone through. */
    public boolean haveElements() {
        return elements;
    }

    public void collect(Value value, CallFrame frame) {
        Value settled = value.settled();
        if (depth >= DEEPEST
                || looked >= MOST_VALUES
                || !seen.computeIfAbsent(frame, f -> new HashSet<>()).add(settled)) {
            return;
        }
        depth++;
        looked++;
        look(settled, frame);
        depth--;
    }

    private void look(Value value, CallFrame frame) {
        if (value instanceof Value.Derived derived) {
            derived.operands().forEach(o -> collect(o, frame));
        } else if (value instanceof Value.Template template) {
            template.parts().forEach(p -> collect(p, frame));
        } else if (value instanceof Value.Join join) {
            join.operands().forEach(o -> collect(o, frame));
            (round.isPresent() ? join.deciders() : List.<Value>of()).forEach(d -> collect(d, frame));
        } else if (value instanceof Value.Element element) {
            elements = true;
            collect(element.array(), frame);
        } else if (value instanceof Value.Function function) {
            function.creation().bound().forEach(c -> collect(c, frame));
        } else if (value instanceof Value.Result result) {
            called(result.call(), frame);
        } else if (value instanceof Value.FieldValue field) {
            field.read().receiver().ifPresent(r -> collect(r, frame));
            before(value, frame);
        } else {
            before(value, frame);
        }
    }

    private void before(Value value, CallFrame frame) {
        if (round.filter(r -> r.frame() == frame).isPresent()) {
            return;
        }
        trail.before(new Located(value, frame)).ifPresent(l -> collect(l.value(), l.frame()));
    }

    private void called(Site.Call call, CallFrame frame) {
        if (round.filter(r -> !r.repeats(call, frame)).isPresent()) {
            return;
        }
        if (DurableSdk.operation(call.target(), program).isPresent()) {
            found.add(call);
            return;
        }
        elements |= program.isSubtype(call.target().owner(), "java.util.Iterator");
        for (Edge edge : trail.calls(call, frame)) {
            if (edge.callee().region() == Region.REPLAYED && !frame.runs(edge.callee())) {
                returned(trail.enter(edge, frame));
            }
        }
        call.receiver().ifPresent(r -> collect(r, frame));
        call.arguments().forEach(a -> collect(a, frame));
    }

    /** What a helper returns; what decides which of its returns is taken may be more telling than a constant. */
    private void returned(CallFrame helper) {
        helper.visit().body().sites(Site.Return.class).forEach(r -> {
            r.value().ifPresent(v -> collect(v, helper));
            (round.isPresent() ? r.context().conditions() : List.<Context.Condition>of())
                    .forEach(c -> collect(c.value(), helper));
        });
    }
}
