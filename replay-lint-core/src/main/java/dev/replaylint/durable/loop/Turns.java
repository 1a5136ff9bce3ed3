package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Picks;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.CaseLabel;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Conditions that hold in one round of a loop only, as they ask for one of the elements that it goes through, none of which comes
 * twice: {@code for (var phase : Phase.values()) switch (phase) …}.
 */
public record Turns(Program program, ValueTrail trail, Effects effects) {

    private static final int DEEPEST = 6;

    /** Calls that hand on the elements of what they are called on, or fewer of them. */
    private static final Set<String> HANDING_ON = Set.of(
            "iterator", "stream", "filter", "sorted", "peek", "skip", "limit", "takeWhile", "dropWhile", "distinct");

    private static final Set<String> LISTING = Set.of("of", "asList");

    /** Whether a condition of a site in this frame asks for one element. */
    public boolean isOfOne(Condition condition, CallFrame frame) {
        Value asked = condition.value().settled();
        List<Set<CaseLabel>> labels = frame.visit().body().flow().labels(condition.branch());
        if (!labels.isEmpty()) {
            Set<CaseLabel> own = labels.get(condition.outcome());
            return own.size() == 1 && !own.contains(CaseLabel.Default.DEFAULT) && isElement(asked, frame, DEEPEST);
        }
        return isEquality(asked, condition.outcome())
                && operands(asked).stream().anyMatch(o -> isElement(o.settled(), frame, DEEPEST));
    }

    private boolean isEquality(Value asked, int outcome) {
        boolean equal = asked instanceof Value.Derived test && test.operator().equals(outcome == 0 ? "==" : "!=")
                || outcome == 0
                        && asked instanceof Value.Result result
                        && result.call().target().name().equals("equals");
        return equal
                && operands(asked).stream()
                        .anyMatch(o -> Known.of(o.settled(), program).isPresent());
    }

    private static List<Value> operands(Value asked) {
        return asked instanceof Value.Result result ? Operands.all(result.call()) : ((Value.Derived) asked).operands();
    }

    private boolean isElement(Value value, CallFrame frame, int depth) {
        if (depth == 0) {
            return false;
        }
        if (value instanceof Value.Join) {
            Value test = new Value.Derived("<", List.of(value, Value.Unknown.UNKNOWN));
            return Counting.of(test, effects).filter(c -> c.step() != 0).isPresent();
        }
        if (value instanceof Value.Parameter parameter) {
            return isHanded(parameter.index(), frame, depth);
        }
        if (value instanceof Value.Element element) {
            return isDistinct(element.array(), frame, depth);
        }
        if (value instanceof Value.Result result
                && result.call().target().name().equals("next")) {
            return result.call()
                    .receiver()
                    .filter(r -> isDistinct(r, frame, depth))
                    .isPresent();
        }
        // What a switch makes of a constant or a text: its place in a table, its hash.
        boolean place = value instanceof Value.Derived d && d.operator().equals("[]")
                || value instanceof Value.Result r && isPlace(r.call());
        return place && States.parts(value).stream().anyMatch(p -> isElement(p.settled(), frame, depth - 1));
    }

    private static boolean isPlace(Site.Call call) {
        return Set.of("ordinal", "hashCode").contains(call.target().name())
                && call.arguments().isEmpty();
    }

    /** What a method is handed, or a function that is run for each element. */
    private boolean isHanded(int parameter, CallFrame frame, int depth) {
        Optional<Edge> edge = frame.edge();
        Optional<CallFrame> caller = frame.caller();
        if (edge.isEmpty() || caller.isEmpty() || !(edge.get().site() instanceof Site.Call call)) {
            return false;
        }
        if (edge.get().how() == Edge.Kind.IN_PLACE
                && parameter >= frame.visit().body().shape().captured()) {
            return Picks.isForEach(call, program)
                    && call.receiver()
                            .filter(r -> isDistinct(r, caller.get(), depth))
                            .isPresent();
        }
        return edge.get()
                .argument(parameter)
                .filter(b -> b.visit() == caller.get().visit())
                .filter(b -> isElement(b.value().settled(), caller.get(), depth - 1))
                .isPresent();
    }

    /** Whether none of the elements comes twice: those of a set, the constants of an enum, or others that code lists. */
    private boolean isDistinct(Value collection, CallFrame frame, int depth) {
        Located at = trail.follow(collection, frame);
        if (at.value() instanceof Value.NewArray array) {
            return areDistinct(at.frame()
                    .visit()
                    .body()
                    .sites(Site.ArrayWrite.class)
                    .filter(w -> w.array().settled().equals(array))
                    .map(Site.ArrayWrite::value)
                    .toList());
        }
        if (depth == 0 || !(at.value() instanceof Value.Result result)) {
            return false;
        }
        Site.Call call = result.call();
        if (HANDING_ON.contains(call.target().name()) && call.receiver().isPresent()) {
            return isDistinct(call.receiver().get(), at.frame(), depth - 1);
        }
        boolean constants = call.target().name().equals("values")
                && call.arguments().isEmpty()
                && call.receiver().isEmpty();
        boolean lists = LISTING.contains(call.target().name())
                && call.receiver().isEmpty()
                && call.target().isOfPlatform();
        return constants
                || program.isSubtype(call.target().owner(), "java.util.Set")
                        && call.target().isOfPlatform()
                || lists
                        && (call.arguments().size() == 1
                                ? isDistinct(call.arguments().get(0), at.frame(), depth - 1)
                                : areDistinct(call.arguments()));
    }

    private boolean areDistinct(List<Value> listed) {
        Set<Known> found = new HashSet<>();
        return !listed.isEmpty()
                && listed.stream()
                        .allMatch(v -> Known.of(v.settled(), program)
                                .filter(k -> k instanceof Known.Literal || k instanceof Known.Named)
                                .filter(found::add)
                                .isPresent());
    }
}
