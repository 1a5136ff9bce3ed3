package dev.replaylint.durable.value;

import dev.replaylint.catalog.Flow;
import dev.replaylint.catalog.Operand;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.program.Body;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Text that a loop makes longer: each round puts it together of what it was before, and of an element. */
public record GrowingText(Effects effects) {

    /** What text is written to, piece by piece. */
    private static final Set<String> BUILDERS = Set.of("java.lang.Appendable", "java.util.StringJoiner");

    /** Whether the rounds of a loop make some text longer by what is made of the element. */
    public boolean growsBy(Site.Call element, Body body) {
        List<Value> used = new ArrayList<>();
        for (Site site : body.sites()) {
            if (site instanceof Site.Call call && isAppended(call, element)) {
                return true;
            }
            used.addAll(ValueUses.of(site));
        }
        return parts(used).stream().anyMatch(v -> v instanceof Value.Template t && isGrowing(t, element));
    }

    private boolean isAppended(Site.Call call, Site.Call element) {
        return call.receiver().isPresent()
                && isBuilder(call.target().owner())
                && effects.flow(call.target())
                        .filter(e -> e.fact() == Flow.MUTATES && e.into().equals(Operand.RECEIVER))
                        .isPresent()
                && isMadeOf(call.arguments(), element)
                && parts(call.receiver().stream().toList()).stream().anyMatch(r -> isBuilderFromOutside(r, element));
    }

    /** Whether a call makes an empty builder. */
    static boolean isBuilder(Site.Call call, Effects effects) {
        return call.isAllocation()
                && new GrowingText(effects).isBuilder(call.target().owner());
    }

    private boolean isBuilder(String type) {
        return BUILDERS.stream().anyMatch(b -> effects.isSubtype(type, b));
    }

    /** A builder that is made in each round has one element in it. */
    private boolean isBuilderFromOutside(Value value, Site.Call element) {
        boolean isGiven = value instanceof Value.Parameter || value instanceof Value.FieldValue;
        return isGiven
                || value instanceof Value.Result made
                        && made.call().isAllocation()
                        && isBuilder(made.call().target().owner())
                        && made.call().context().loops().size()
                                < element.context().loops().size();
    }

    private static boolean isGrowing(Value.Template text, Site.Call element) {
        List<Value> parts = Value.settled(text.parts());
        List<Value> before = parts.stream().filter(Value.Join.class::isInstance).toList();
        List<Value> others = parts.stream().filter(p -> !before.contains(p)).toList();
        return isMadeOf(others, element) && before.stream().anyMatch(j -> contains(List.of(j), text));
    }

    private static boolean isMadeOf(List<Value> values, Site.Call element) {
        return parts(values).stream().anyMatch(p -> p instanceof Value.Result result && result.call() == element);
    }

    private static boolean contains(List<Value> values, Value part) {
        return parts(values).stream().anyMatch(p -> p == part);
    }

    /** All values that values are made of in their body, and themselves. */
    private static Set<Value> parts(Collection<Value> values) {
        // Not by equality: that of a long text is a long way down.
        Set<Value> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Value> open = new ArrayDeque<>(values);
        while (!open.isEmpty()) {
            Value next = open.poll().settled();
            if (found.add(next)) {
                open.addAll(madeOf(next));
            }
        }
        return found;
    }

    private static List<Value> madeOf(Value value) {
        if (value instanceof Value.Template template) {
            return template.parts();
        }
        if (value instanceof Value.Join join) {
            return join.operands();
        }
        if (value instanceof Value.Derived derived) {
            return derived.operands();
        }
        return value instanceof Value.Result result ? Operands.all(result.call()) : List.of();
    }
}
