package dev.replaylint.durable.settings;

import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Computes what code knows of values for one number of an attempt. */
final class FactReader {

    /** Methods that ask methods, values made of values. */
    private static final int DEEPEST = 40;

    private final Strategies strategies;
    private final Definitions definitions;

    /** Whether the code sees a state, of which a part may count or tell the time; failures do not. */
    private final boolean state;

    private final Set<Integer> limits = new TreeSet<>();
    private final Set<Value> joins = Collections.newSetFromMap(new IdentityHashMap<>());
    private int depth;
    private boolean unsure;

    FactReader(Strategies strategies, Definitions definitions, boolean state) {
        this.strategies = strategies;
        this.definitions = definitions;
        this.state = state;
    }

    /** Numbers that were compared with something. */
    Set<Integer> limits() {
        return limits;
    }

    /** Whether something that may change decided since the last question. */
    boolean wasUnsure() {
        boolean was = unsure;
        unsure = false;
        return was;
    }

    void beUnsure() {
        unsure = true;
    }

    /** A value of the code that makes the strategy. */
    Fact outer(Term term) {
        Set<Fact> found = new LinkedHashSet<>();
        definitions.of(term.value(), term.way()).forEach(t -> found.add(settled(t)));
        if (found.size() == 1) {
            return found.iterator().next();
        }
        boolean numbers = found.stream().allMatch(Fact.Number.class::isInstance);
        return numbers
                ? found.stream()
                        .max((a, b) -> Double.compare(((Fact.Number) a).value(), ((Fact.Number) b).value()))
                        .orElse(Fact.Open.UNSURE)
                : new Fact.Outer(term);
    }

    private Fact settled(Term term) {
        if (term.value() instanceof Value.Constant constant) {
            return constant(constant);
        }
        if (term.value() instanceof Value.Derived derived && depth < DEEPEST) {
            depth++;
            List<Fact> operands = derived.operands().stream()
                    .map(o -> outer(new Term(o, term.way())))
                    .toList();
            depth--;
            return Arithmetic.computed(derived.operator(), operands);
        }
        boolean changing = term.value() instanceof Value.Unknown
                || (term.value() instanceof Value.FieldValue field
                        && !definitions.isFinal(field.read().field()));
        return changing ? Fact.Open.UNSURE : new Fact.Outer(term);
    }

    private static Fact constant(Value.Constant constant) {
        if (constant.constant() instanceof Boolean truth) {
            return new Fact.Truth(truth);
        }
        return constant.constant() instanceof Number number
                ? new Fact.Number(number.doubleValue(), false)
                : Fact.Open.SAME;
    }

    /** A value of a frame. */
    Fact of(Value value, Frame frame) {
        if (depth >= DEEPEST) {
            return Fact.Open.UNSURE;
        }
        depth++;
        try {
            return read(value.settled(), frame);
        } finally {
            depth--;
        }
    }

    private Fact read(Value value, Frame frame) {
        if (value instanceof Value.Constant constant) {
            return constant(constant);
        }
        if (value instanceof Value.Parameter parameter) {
            return frame.argument(parameter.index());
        }
        if (value instanceof Value.This) {
            return frame.argument(-1);
        }
        if (value instanceof Value.FieldValue field) {
            return field(field, frame);
        }
        if (value instanceof Value.Result result) {
            return result(result.call(), frame);
        }
        if (value instanceof Value.Derived derived) {
            return derived(derived, frame);
        }
        if (value instanceof Value.Join join) {
            return joined(join, frame);
        }
        boolean changes =
                value instanceof Value.Unknown || value instanceof Value.Element e && isCounted(e, frame.body());
        return changes ? Fact.Open.UNSURE : Fact.Open.SAME;
    }

    /** Whether the code that asks an array changes it, as it does a counter that a lambda captures. */
    private static boolean isCounted(Value.Element element, Body body) {
        return body.sites(Site.ArrayWrite.class)
                .anyMatch(w -> w.array().settled().equals(element.array().settled()));
    }

    private Fact field(Value.FieldValue value, Frame frame) {
        Optional<Value> receiver = value.read().receiver();
        if (receiver.isEmpty()) {
            return definitions.isFinal(value.read().field()) ? outerField(constants(value)) : Fact.Open.UNSURE;
        }
        Fact owner = of(receiver.get(), frame);
        if (owner instanceof Fact.Outer outer) {
            return outerField(definitions.ofField(value, outer.term()));
        }
        return owner;
    }

    /** What a static field is initialized with. */
    List<Term> constants(Value.FieldValue value) {
        return definitions.ofStatic(value);
    }

    private Fact outerField(List<Term> terms) {
        Set<Fact> found = new LinkedHashSet<>();
        terms.forEach(t -> found.add(t.value() instanceof Value.FieldValue ? settled(t) : outer(t)));
        return found.size() == 1 ? found.iterator().next() : Arithmetic.most(found);
    }

    private Fact derived(Value.Derived value, Frame frame) {
        List<Fact> operands = value.operands().stream().map(o -> of(o, frame)).toList();
        operands.forEach(this::remember);
        Fact computed = Arithmetic.computed(value.operator(), operands);
        boolean ordered = computed == Fact.Open.SAME && state && Arithmetic.isOrder(value.operator());
        return ordered ? Fact.Open.UNSURE : computed;
    }

    private void remember(Fact fact) {
        if (fact instanceof Fact.Number number && Math.abs(number.value()) < Integer.MAX_VALUE - 1) {
            limits.add((int) number.value());
        }
    }

    private Fact joined(Value.Join join, Frame frame) {
        if (!joins.add(join)) {
            return Fact.Open.UNSURE;
        }
        try {
            Set<Fact> found = new LinkedHashSet<>();
            join.operands().forEach(o -> found.add(of(o, frame)));
            if (found.size() == 1) {
                return found.iterator().next();
            }
            List<Fact> deciders =
                    join.deciders().stream().map(d -> of(d, frame)).toList();
            if (Arithmetic.areYesAndNo(found) && deciders.size() == 1) {
                return deciders.get(0);
            }
            boolean same =
                    !found.contains(Fact.Open.UNSURE) && deciders.stream().allMatch(Arithmetic::isSame);
            return same ? Fact.Open.SAME : Fact.Open.UNSURE;
        } finally {
            joins.remove(join);
        }
    }

    private Fact result(Site.Call call, Frame frame) {
        List<Fact> facts = facts(call, frame);
        Optional<Fact> number = Arithmetic.call(call.target(), facts);
        if (number.isPresent()) {
            return number.get();
        }
        boolean subject = facts.contains(Fact.Open.SAME);
        boolean plain = facts.stream().allMatch(Arithmetic::isSame);
        if (subject && plain && !state) {
            return Fact.Open.SAME;
        }
        return strategies
                .code(call.target())
                .filter(b -> !call.isAllocation())
                .map(b -> returned(frameOf(b, call, frame)))
                .orElse(subject && plain ? Fact.Open.SAME : Fact.Open.UNSURE);
    }

    private List<Fact> facts(Site.Call call, Frame frame) {
        List<Fact> facts = new ArrayList<>();
        call.receiver().ifPresent(r -> facts.add(of(r, frame)));
        call.arguments().forEach(a -> facts.add(of(a, frame)));
        return facts;
    }

    /** The frame of what a call runs. */
    Frame frameOf(Body body, Site.Call call, Frame frame) {
        return new Frame(
                body,
                call.receiver().map(r -> of(r, frame)),
                call.arguments().stream().map(a -> of(a, frame)).toList());
    }

    private Fact returned(Frame frame) {
        Set<Fact> found = new LinkedHashSet<>();
        boolean before = unsure;
        reached(frame).stream()
                .filter(Site.Return.class::isInstance)
                .flatMap(r -> ((Site.Return) r).value().stream())
                .forEach(v -> found.add(of(v, frame)));
        boolean decided = !unsure || found.size() == 1;
        unsure = before;
        if (found.size() == 1) {
            return found.iterator().next();
        }
        return decided && found.stream().noneMatch(Fact.Open.UNSURE::equals) ? Fact.Open.SAME : Fact.Open.UNSURE;
    }

    /** What runs in a frame. */
    Set<Site> reached(Frame frame) {
        if (depth >= DEEPEST) {
            unsure = true;
            return Set.of();
        }
        return frame.body().flow().fromStart(new Walk(s -> false, c -> isFeasible(c, frame)));
    }

    /** Whether a branch can be taken. */
    boolean isFeasible(Context.Condition condition, Frame frame) {
        Fact fact = of(condition.value(), frame);
        if (fact instanceof Fact.Truth truth) {
            return truth.value() == (condition.outcome() == 0);
        }
        if (fact instanceof Fact.Number number && !number.counted()) {
            return (number.value() != 0) == (condition.outcome() == 0);
        }
        unsure |= !Arithmetic.isSame(fact);
        return true;
    }
}
