package dev.replaylint.durable.tree;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.loop.States;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.tree.OperationNode.Choice;
import dev.replaylint.durable.tree.OperationNode.Loop;
import dev.replaylint.durable.tree.OperationNode.Op;
import dev.replaylint.durable.value.Answers;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.program.Context;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Recognises loops that ask, wait and ask again until the answer ends them. What an answer is passed on to is work, and then the loop
 * does more than poll.
 */
final class Polling {

    private final Program program;
    private final ValueTrail trail;
    private final Map<Operation, CallFrame> frames = new IdentityHashMap<>();

    Polling(Program program, ValueTrail trail) {
        this.program = program;
        this.trail = trail;
    }

    /** Where an operation is started, which is asked when a loop around it turns out to be one that may poll. */
    void started(Op op, CallFrame frame) {
        frames.put(op.operation(), frame);
    }

    /** Whether a loop of the frame does nothing but ask, and wait until the answer is right. */
    boolean is(List<OperationNode> body, Context.Loop loop, CallFrame frame) {
        List<Op> all = new ArrayList<>();
        if (!collect(body, all) || all.stream().noneMatch(o -> o.kind() == OperationKind.WAIT)) {
            return false;
        }
        List<Op> questions =
                all.stream().filter(o -> o.kind() != OperationKind.WAIT).toList();
        Answers ending = Answers.inRounds(loop, frame, program, trail);
        loop.exits().forEach(e -> ending.collect(e, frame));
        return !questions.isEmpty()
                && questions.stream()
                        .allMatch(q -> ending.found().contains(q.operation().call()))
                && questions.stream().noneMatch(q -> isGivenAnswers(q, questions))
                && (loop.iterated().isEmpty() || questions.stream().noneMatch(this::isAboutAnElement))
                && !States.end(loop, frame, program, trail);
    }

    private static boolean collect(List<OperationNode> nodes, List<Op> into) {
        for (OperationNode node : nodes) {
            if (node instanceof Op op) {
                into.add(op);
            } else if (node instanceof Choice choice) {
                if (!choice.arms().stream().allMatch(a -> collect(a, into))) {
                    return false;
                }
            } else if (!(node instanceof Loop loop) || !collect(loop.body(), into)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a question is about what a loop goes through: each round asks something else. */
    private boolean isAboutAnElement(Op question) {
        Value name = question.operation().call().arguments().get(0);
        return given(question, a -> a != name).haveElements();
    }

    /** Whether a question depends on what was answered in the round before: it asks for the next thing, not for the same again. */
    private boolean isGivenAnswers(Op question, List<Op> questions) {
        Set<Site> given = given(question, a -> true).found();
        return questions.stream().anyMatch(q -> given.contains(q.operation().call()));
    }

    /** What arguments of a question are made of. */
    private Answers given(Op question, Predicate<Value> which) {
        Operation operation = question.operation();
        Answers given = Answers.flowing(program, trail);
        Optional.ofNullable(frames.get(operation))
                .ifPresent(
                        f -> operation.call().arguments().stream().filter(which).forEach(a -> given.collect(a, f)));
        return given;
    }
}
