package dev.replaylint.manifest;

import dev.replaylint.durable.Drift;
import dev.replaylint.durable.Drift.How;
import dev.replaylint.durable.Drift.Kind;
import dev.replaylint.durable.Drift.Outcome;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.manifest.Script.Added;
import dev.replaylint.manifest.Script.Gone;
import dev.replaylint.manifest.Script.Kept;
import dev.replaylint.manifest.Script.Step;
import dev.replaylint.manifest.Script.Unwrapped;
import dev.replaylint.manifest.Script.Wrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a script as what happened to operations, each with what becomes of an execution in flight. */
final class Explanation {

    private final String handler;
    private final List<Drift> drifts = new ArrayList<>();
    private final List<Loose> gone = new ArrayList<>();
    private final List<Loose> added = new ArrayList<>();

    private Explanation(String handler) {
        this.handler = handler;
    }

    /** The differences of a handler; {@code start} is where it begins. */
    static List<Drift> of(String handler, Script script, Place start) {
        Explanation explanation = new Explanation(handler);
        explanation.sequence(script, Behind.NOTHING, start);
        new Moves(explanation.gone, explanation.added).each(explanation::moved);
        explanation.gone.forEach(explanation::removed);
        explanation.added.forEach(explanation::inserted);
        return explanation.drifts;
    }

    private void sequence(Script script, Behind end, Place around) {
        Optional<Node> was = Optional.empty();
        Optional<Node> is = Optional.empty();
        for (int i = 0; i < script.steps().size(); i++) {
            Step step = script.steps().get(i);
            Behind behind = end.step(script.steps(), i);
            if (step instanceof Gone g) {
                gone.add(
                        new Loose(g.node(), behind, was, is.flatMap(Node::place).orElse(around)));
            } else if (step instanceof Added a) {
                added.add(new Loose(a.node(), behind, is, around));
            } else if (step instanceof Kept kept) {
                kept(kept, behind, around);
            } else if (step instanceof Wrapped wrapped) {
                wrapped(wrapped, behind, around);
            } else if (step instanceof Unwrapped unwrapped) {
                unwrapped(unwrapped, behind, around);
            }
            was = step.was().isPresent() ? step.was() : was;
            is = step.is().isPresent() ? step.is() : is;
        }
    }

    private void kept(Kept kept, Behind behind, Place around) {
        Place place = kept.after().place().orElse(around);
        Optional<Entry.Operation> was = kept.before().operation();
        Optional<Entry.Operation> is = kept.after().operation();
        if (was.isPresent() && is.isPresent()) {
            label(kept, was.get(), is.get(), place);
        } else if (is.isPresent()) {
            add(
                    Kind.INSERTED,
                    How.CONTEXT,
                    Outcome.FAILS,
                    is.get().label(),
                    kept.before().label(),
                    place);
        } else if (was.isPresent()) {
            add(
                    Kind.REMOVED,
                    How.CONTEXT,
                    Outcome.FAILS,
                    was.get().label(),
                    kept.after().label(),
                    place);
        }
        Behind end = behind.part(kept.was(), kept.is());
        kept.parts().forEach(p -> sequence(p, end, place));
    }

    private void label(Kept kept, Entry.Operation was, Entry.Operation is, Place place) {
        Outcome outcome = kept.before().isUnchecked() ? Outcome.RUNS_AGAIN : Outcome.FAILS;
        if (was.kind() != is.kind()) {
            add(Kind.RETYPED, How.PLAIN, outcome, is.label(), was.label(), place);
        } else if (!Names.same(was.name(), is.name())
                && !kept.before().isUnchecked()
                && !kept.after().isUnchecked()) {
            add(Kind.RENAMED, How.PLAIN, Outcome.FAILS, is.label(), was.label(), place);
        }
    }

    private void wrapped(Wrapped wrapped, Behind behind, Place around) {
        Node by = wrapped.by();
        Place place = by.place().orElse(around);
        Outcome rest = behind.declared().isPresent() ? Outcome.FAILS : Outcome.ORPHANED;
        String taken = wrapped.taken().get(0).label();
        switch (how(by)) {
            case CONDITION -> add(Kind.REMOVED, How.CONDITION, rest, taken, next(behind.declared()), place);
            case LOOP -> add(Kind.INSERTED, How.LOOP, rest, taken, next(behind.declared()), place);
            default -> {
                boolean only = by.isUnchecked() && wrapped.taken().size() == 1;
                add(Kind.INSERTED, How.CONTEXT, only ? Outcome.RUNS_AGAIN : Outcome.FAILS, by.label(), taken, place);
            }
        }
        Behind end = behind.inside(wrapped);
        sequence(wrapped.inside(), end, place);
        for (int part = 0; part < by.parts().size(); part++) {
            if (part != wrapped.part()) {
                sequence(TreeDiff.added(by.parts().get(part)), end, place);
            }
        }
    }

    private void unwrapped(Unwrapped unwrapped, Behind behind, Place around) {
        Node from = unwrapped.from();
        Place place = unwrapped.made().get(0).place().orElse(around);
        freed(unwrapped, behind.recorded(), place);
        sequence(unwrapped.inside(), behind, place);
        for (int part = 0; part < from.parts().size(); part++) {
            if (part != unwrapped.part()) {
                sequence(TreeDiff.gone(from.parts().get(part)), behind, place);
            }
        }
    }

    /** What stood under a condition now runs always: where nothing comes after it, that is an addition like any other. */
    private void freed(Unwrapped unwrapped, Optional<Node> next, Place place) {
        String first = unwrapped.made().get(0).label();
        boolean last = next.isEmpty();
        switch (how(unwrapped.from())) {
            case CONDITION -> {
                Kind kind = last ? Kind.UNRECORDED : Kind.INSERTED;
                add(kind, How.CONDITION, last ? Outcome.CONTINUES : Outcome.FAILS, first, next(next), place);
            }
            case LOOP -> {
                Outcome outcome = last ? Outcome.ORPHANED : Outcome.FAILS;
                add(Kind.REMOVED, How.LOOP, outcome, first, next(next), place);
            }
            default -> {
                boolean only =
                        unwrapped.from().isUnchecked() && unwrapped.made().size() == 1;
                Outcome outcome = only ? Outcome.RUNS_AGAIN : Outcome.FAILS;
                add(Kind.REMOVED, How.CONTEXT, outcome, unwrapped.from().label(), first, place);
            }
        }
    }

    private static How how(Node node) {
        if (node.entry() instanceof Entry.Choice) {
            return How.CONDITION;
        }
        return node.entry() instanceof Entry.Loop ? How.LOOP : How.CONTEXT;
    }

    private void moved(Loose from, Loose to) {
        boolean atEnds =
                from.behind().declared().isEmpty() && to.behind().recorded().isEmpty();
        String other = to.behind()
                .recorded()
                .map(n -> "before " + n.label())
                .or(() -> to.before().map(n -> "after " + n.label()))
                .orElse("");
        Outcome outcome = atEnds ? Outcome.RUNS_AGAIN : Outcome.FAILS;
        add(Kind.REORDERED, How.PLAIN, outcome, to.node().label(), other, to.near());
        Script inside = new Script(List.of(), 0);
        if (!from.node().entry().equals(to.node().entry())) {
            inside = TreeDiff.of(from.node().parts().get(0), to.node().parts().get(0));
        }
        sequence(inside, Behind.NOTHING, to.near());
    }

    private void removed(Loose loose) {
        String next = next(loose.behind().declared());
        add(Kind.REMOVED, How.PLAIN, loose.whenGone(), loose.node().label(), next, loose.near());
    }

    private void inserted(Loose loose) {
        Outcome outcome = loose.whenAdded();
        Kind kind = outcome == Outcome.CONTINUES ? Kind.UNRECORDED : Kind.INSERTED;
        add(kind, How.PLAIN, outcome, loose.node().label(), next(loose.behind().recorded()), loose.near());
    }

    private static String next(Optional<Node> node) {
        return node.map(Node::label).orElse("");
    }

    private void add(Kind kind, How how, Outcome outcome, String operation, String other, Place place) {
        drifts.add(new Drift(kind, how, outcome, handler, operation, other, Optional.of(place), Optional.empty()));
    }
}
