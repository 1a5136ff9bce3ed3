package dev.replaylint.durable.tree;

import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.loop.Amount;
import dev.replaylint.durable.loop.Quantity;
import dev.replaylint.durable.sdk.Attempts;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.tree.OperationLoop.End;
import dev.replaylint.durable.tree.OperationNode.Choice;
import dev.replaylint.durable.tree.OperationNode.Loop;
import dev.replaylint.durable.tree.OperationNode.Op;
import dev.replaylint.durable.tree.OperationNode.Recursion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what one tree repeats without a bound that the code shows, and loops that poll. */
final class OperationLoops {

    private static final Attempts ONCE = new Attempts.Known(1);

    private final OperationTree tree;
    private final Behaviour behaviour;
    private final List<OperationLoop> found = new ArrayList<>();

    /** Methods that call themselves; a second call of such a method tells nothing new. */
    private final Set<String> recursive = new HashSet<>();

    private OperationLoops(OperationTree tree, Behaviour behaviour) {
        this.tree = tree;
        this.behaviour = behaviour;
    }

    static List<OperationLoop> of(OperationTree tree, Behaviour behaviour) {
        OperationLoops loops = new OperationLoops(tree, behaviour);
        loops.look(tree.root());
        return loops.found;
    }

    private void look(List<OperationNode> nodes) {
        for (OperationNode node : nodes) {
            if (node instanceof Op op) {
                look(op.body());
                map(op);
            } else if (node instanceof Loop loop) {
                look(loop.body());
                loop(loop);
            } else if (node instanceof Choice choice) {
                choice.arms().forEach(this::look);
            } else if (node instanceof Recursion recursion) {
                recursion(recursion);
            }
        }
    }

    private void loop(Loop loop) {
        Amount most = loop.rounds().most();
        if (loop.polls() && !writes(loop.body())) {
            add(End.POLLED, loop.place(), loop, most);
        } else if (most.isUnbounded()) {
            add(End.OPEN, loop.place(), loop, most);
        } else if (isGiven(most) && !recurs(loop.body())) {
            add(End.DATA, loop.place(), loop, most);
        }
    }

    private void map(Op op) {
        if (op.kind() == OperationKind.MAP && isGiven(op.rounds().most()) && !recurs(op.body())) {
            Place place = new Place(op.operation().call(), op.operation().visit());
            add(End.DATA, place, op, op.rounds().most());
        }
    }

    /** Whether an operation changes something: then each round does work, whatever it asks. */
    private boolean writes(List<OperationNode> nodes) {
        return nodes.stream()
                .anyMatch(n -> n instanceof Op op && behaviour.writes(op.operation())
                        || n instanceof Loop loop && writes(loop.body())
                        || n instanceof Choice choice && choice.arms().stream().anyMatch(this::writes));
    }

    /** Whether something outside of the code decides; what the code counts or fills by itself has a bound, though nobody sees it. */
    private boolean isGiven(Amount amount) {
        return !amount.isUnbounded()
                && amount.quantities().stream()
                        .anyMatch(i -> tree.quantities().get(i).given());
    }

    /** Whether what is repeated calls back into a method that is being followed: then that is what is to be told. */
    private static boolean recurs(List<OperationNode> nodes) {
        return nodes.stream()
                .anyMatch(n -> n instanceof Recursion
                        || n instanceof Op op && recurs(op.body())
                        || n instanceof Loop loop && recurs(loop.body())
                        || n instanceof Choice choice && choice.arms().stream().anyMatch(OperationLoops::recurs));
    }

    private void add(End end, Place place, OperationNode node, Amount most) {
        Amount round = OperationCounter.round(node, o -> ONCE);
        Amount worst = OperationCounter.round(node, behaviour::attempts);
        List<String> sizes = most.quantities().stream()
                .map(i -> tree.quantities().get(i))
                .filter(Quantity::given)
                .map(Quantity::what)
                .distinct()
                .toList();
        Optional<Duration> waiting = node instanceof Loop loop ? waiting(loop.body()) : Optional.empty();
        String subject = node instanceof Loop ? "round" : "item";
        found.add(new OperationLoop(
                end,
                place,
                tree.entry().label(),
                subject,
                sizes,
                round,
                worst,
                most,
                waiting.filter(w -> !w.isZero())));
    }

    private void recursion(Recursion recursion) {
        boolean told = recursion.depth() == Recursion.Depth.OPEN || recursion.depth() == Recursion.Depth.DATA;
        if (told && recursive.add(recursion.method() + recursion.depth())) {
            End end = recursion.depth() == Recursion.Depth.OPEN ? End.RECURSION : End.DEPTH;
            found.add(new OperationLoop(
                    end,
                    recursion.place(),
                    tree.entry().label(),
                    recursion.method(),
                    List.of(),
                    Amount.UNBOUNDED,
                    Amount.UNBOUNDED,
                    Amount.UNBOUNDED,
                    Optional.empty()));
        }
    }

    /** How long a whole round waits by itself, nothing if it does not; empty if the code does not show it. */
    private Optional<Duration> waiting(List<OperationNode> nodes) {
        Optional<Duration> sum = Optional.of(Duration.ZERO);
        for (OperationNode node : nodes) {
            Optional<Duration> one = waiting(node);
            sum = sum.flatMap(s -> one.map(s::plus));
        }
        return sum;
    }

    private Optional<Duration> waiting(OperationNode node) {
        if (node instanceof Op op) {
            return switch (op.kind()) {
                case WAIT -> behaviour.waiting(op.operation());
                case STEP, INVOKE, CREATE_CALLBACK, WAIT_FOR_CALLBACK, WAIT_FOR_CONDITION -> Optional.of(Duration.ZERO);
                default -> waiting(op.body());
            };
        }
        if (node instanceof Choice choice) {
            Optional<Duration> longest = Optional.of(Duration.ZERO);
            for (List<OperationNode> arm : choice.arms()) {
                Optional<Duration> one = waiting(arm);
                longest = longest.flatMap(a -> one.map(b -> a.compareTo(b) > 0 ? a : b));
            }
            return longest;
        }
        return node instanceof Loop loop ? waiting(loop.body()).filter(Duration::isZero) : Optional.empty();
    }
}
