package dev.replaylint.durable.tree;

import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.loop.Amount;
import dev.replaylint.durable.loop.Quantity;
import dev.replaylint.durable.loop.Rounds;
import dev.replaylint.durable.sdk.Attempts;
import dev.replaylint.durable.sdk.DurableStrategies;
import dev.replaylint.durable.tree.OperationNode.Choice;
import dev.replaylint.durable.tree.OperationNode.Loop;
import dev.replaylint.durable.tree.OperationNode.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Counts the operations of one execution. A step is one and one more for each retry, {@code waitForCondition} one and one for each
 * poll, {@code waitForCallback} its context, its callback and its submitter, each context that is checkpointed one (AWS Lambda
 * Developer Guide, durable operations and checkpoint consumption).
 */
final class OperationCounter {

    private static final Amount CALLBACK_AND_CONTEXT = Amount.of(2);

    private final Function<Operation, Attempts> attempts;
    private final Predicate<Visit> once;
    private final Set<String> uncertain = new LinkedHashSet<>();
    private final Map<Op, Amount> most = new IdentityHashMap<>();

    /** A helper that is called a thousand times starts one operation a thousand times. */
    private final Map<Operation, Attempts> known = new HashMap<>();

    /** With a test for functions that one round of many runs. */
    private OperationCounter(Function<Operation, Attempts> attempts, Predicate<Visit> once) {
        this.attempts = attempts;
        this.once = once;
    }

    /** The count of an entry point, the start of the execution included. */
    static OperationCount count(OperationTree tree, Function<Operation, Attempts> attempts, Predicate<Visit> keptOnce) {
        OperationCounter counter = new OperationCounter(attempts, keptOnce);
        Rounds all = counter.sequence(tree.root(), Amount.ONE).plus(Rounds.ONCE);
        return counter.lettered(all, tree.quantities());
    }

    /** The most operations that one round of a loop, or one item of a {@code map}, makes with these attempts. */
    static Amount round(OperationNode repeated, Function<Operation, Attempts> attempts) {
        OperationCounter counter = new OperationCounter(attempts, v -> false);
        return repeated instanceof Op map
                ? counter.item(map, Amount.ONE).most()
                : counter.sequence(((Loop) repeated).body(), Amount.ONE).most();
    }

    /** Only what the figures depend on gets a letter, in the order of the code. */
    private OperationCount lettered(Rounds all, List<Quantity> quantities) {
        Set<Integer> used = new LinkedHashSet<>(all.most().quantities());
        used.addAll(all.least().quantities());
        Map<Integer, Integer> indices = new TreeMap<>();
        List<Quantity> named = new ArrayList<>();
        used.stream().sorted().forEach(i -> {
            indices.put(i, named.size());
            Quantity quantity = quantities.get(i);
            named.add(quantity.as(Amount.letter(named.size())));
        });
        most.replaceAll((op, amount) -> amount.renumbered(indices));
        return new OperationCount(
                all.least().renumbered(indices),
                all.most().renumbered(indices),
                named,
                List.copyOf(uncertain),
                indices,
                most);
    }

    private Rounds sequence(List<OperationNode> nodes, Amount times) {
        Rounds sum = new Rounds(Amount.NONE, Amount.NONE);
        for (OperationNode node : nodes) {
            sum = sum.plus(node(node, times));
        }
        return sum;
    }

    private Rounds node(OperationNode node, Amount times) {
        if (node instanceof Op op) {
            return operation(op, times, 0);
        }
        if (node instanceof Loop loop) {
            return loop(loop, times);
        }
        if (node instanceof Choice choice) {
            return choice(choice, times);
        }
        uncertain.add("a method that calls itself starts operations; how deep it goes is not known");
        return Rounds.UNBOUNDED;
    }

    /** A loop of which only the beginning is certain may end in the middle of its first round. */
    private Rounds loop(Loop loop, Amount times) {
        if (isOnce(loop.body())) {
            return new Rounds(Amount.NONE, sequence(loop.body(), times).most());
        }
        Rounds rounds = loop.rounds();
        Rounds all = new Rounds(Amount.NONE, Amount.NONE);
        Amount first = Amount.NONE;
        for (OperationNode node : loop.body()) {
            Rounds some = node.in(rounds);
            Rounds one = node(node, times.times(some.most()));
            first = node == loop.body().get(0) ? one.least() : first;
            all = all.plus(one.times(some));
        }
        boolean begun = rounds.least().equals(Amount.ONE) && !rounds.most().equals(Amount.ONE);
        return new Rounds(begun ? first : all.least(), all.most());
    }

    /** Functions that were put away once each: of all rounds together, one runs each of them. */
    private boolean isOnce(List<OperationNode> nodes) {
        return nodes.stream()
                .allMatch(n -> n instanceof Op op && once.test(op.operation().visit())
                        || n instanceof Choice choice && choice.arms().stream().allMatch(this::isOnce));
    }

    private Rounds choice(Choice choice, Amount times) {
        Rounds first = sequence(choice.arms().get(0), times);
        Amount least = first.least();
        Amount greatest = first.most();
        for (List<OperationNode> arm : choice.arms().subList(1, choice.arms().size())) {
            Rounds next = sequence(arm, times);
            least = least.lower(next.least());
            greatest = greatest.upper(next.most());
        }
        return new Rounds(choice.skippable() ? Amount.NONE : least, greatest);
    }

    /**
     * An operation with what it starts.
     *
     * @param flat 1 if a branch of a {@code parallel} whose branches are not checkpointed
     */
    private Rounds operation(Op op, Amount times, int flat) {
        Amount tries = tries(op);
        Rounds own = own(op, tries, flat);
        most.merge(op, own.most().times(times), Amount::plus);
        return switch (op.kind()) {
            case MAP -> {
                Amount items = times.times(op.rounds().most());
                most.merge(op, context(op).times(items), Amount::plus);
                yield own.plus(item(op, items).times(op.rounds()));
            }
            case PARALLEL -> own.plus(branches(op.body(), times, op.virtual()));
            case WITH_RETRY -> {
                Rounds body = sequence(op.body(), times.times(tries));
                yield own.plus(new Rounds(body.least(), body.most().times(tries)));
            }
            default -> own.plus(sequence(op.body(), times));
        };
    }

    /** What an item of a {@code map} comes to. */
    private Rounds item(Op map, Amount times) {
        return sequence(map.body(), times).plus(Rounds.of(context(map)));
    }

    private static Amount context(Op op) {
        return op.virtual() ? Amount.NONE : Amount.ONE;
    }

    private Rounds branches(List<OperationNode> nodes, Amount times, boolean flat) {
        Rounds sum = new Rounds(Amount.NONE, Amount.NONE);
        for (OperationNode node : nodes) {
            if (node instanceof Op op) {
                sum = sum.plus(operation(op, times, flat ? 1 : 0));
            } else if (node instanceof Loop loop) {
                Amount inside = times.times(loop.rounds().most());
                sum = sum.plus(branches(loop.body(), inside, flat).times(loop.rounds()));
            } else if (node instanceof Choice choice) {
                Rounds all = new Rounds(Amount.NONE, Amount.NONE);
                for (List<OperationNode> arm : choice.arms()) {
                    Rounds one = branches(arm, times, flat);
                    all = new Rounds(Amount.NONE, all.most().upper(one.most()));
                }
                sum = sum.plus(all);
            } else {
                sum = sum.plus(node(node, times));
            }
        }
        return sum;
    }

    /** What the operation itself is, without what it starts. */
    private static Rounds own(Op op, Amount tries, int flat) {
        return switch (op.kind()) {
            case STEP -> new Rounds(Amount.ONE, tries);
            case WAIT_FOR_CONDITION -> new Rounds(Amount.ONE, tries.plus(Amount.ONE));
            case WAIT_FOR_CALLBACK ->
                new Rounds(CALLBACK_AND_CONTEXT.plus(Amount.ONE), CALLBACK_AND_CONTEXT.plus(tries));
            case CHILD_CONTEXT -> Rounds.of(context(op));
            case BRANCH -> Rounds.of(flat > 0 ? Amount.NONE : Amount.ONE);
            case WITH_RETRY -> {
                yield new Rounds(context(op), context(op).plus(waits(tries)));
            }
            case WAIT, INVOKE, CREATE_CALLBACK, MAP, PARALLEL -> Rounds.ONCE;
        };
    }

    /** Between attempts there is a wait. */
    private static Amount waits(Amount tries) {
        return tries.number().isPresent() ? Amount.of(tries.number().getAsLong() - 1) : tries;
    }

    private Amount tries(Op op) {
        return switch (op.kind()) {
            case STEP, WAIT_FOR_CONDITION, WAIT_FOR_CALLBACK, WITH_RETRY ->
                tries(op, known.computeIfAbsent(op.operation(), attempts));
            default -> Amount.ONE;
        };
    }

    private Amount tries(Op op, Attempts known) {
        if (known instanceof Attempts.Known number) {
            return Amount.of(number.most());
        }
        if (known instanceof Attempts.Unbounded) {
            return Amount.UNBOUNDED;
        }
        Attempts.Known usual = DurableStrategies.usualAttempts(op.kind());
        uncertain.add("how often `" + op.kind().method() + "` " + op.name() + " is tried is not known; " + usual.most()
                + " times are counted, the default");
        return Amount.of(usual.most());
    }
}
