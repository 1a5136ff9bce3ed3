package dev.replaylint.report.workflow;

import dev.replaylint.durable.name.OperationName;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.program.Location;
import java.util.List;
import java.util.Set;

/** A part of a {@link Workflow}. */
public sealed interface WorkflowNode {

    /** The sequences in it. */
    List<List<WorkflowNode>> parts();

    /** How many operations it is, with those in it. */
    default int size() {
        return (this instanceof Operation ? 1 : 0)
                + parts().stream()
                        .flatMap(List::stream)
                        .mapToInt(WorkflowNode::size)
                        .sum();
    }

    /**
     * An operation.
     *
     * @param number its position among all operations of the workflow, from 1
     * @param virtual whether the contexts it opens are not checkpointed
     * @param lines of its call and of the function it is given
     * @param body what its function starts; of a {@code parallel}, its branches
     */
    record Operation(
            int number,
            OperationKind kind,
            OperationName name,
            boolean virtual,
            Location location,
            Set<Location> lines,
            OperationFacts facts,
            List<WorkflowNode> body)
            implements WorkflowNode {
        public Operation {
            lines = Set.copyOf(lines);
            body = List.copyOf(body);
        }

        @Override
        public List<List<WorkflowNode>> parts() {
            return List.of(body);
        }

        /** The name as text: without quotes, and a word for one that is not known. */
        public String label() {
            return switch (name.kind()) {
                case CONSTANT, TEMPLATE -> name.text();
                case DYNAMIC -> "(name not known)";
                case NONE -> "(no name)";
            };
        }
    }

    /**
     * Ways of which one execution takes at most one.
     *
     * @param skippable whether there is a way past all of them
     */
    record Choice(List<List<WorkflowNode>> arms, boolean skippable) implements WorkflowNode {
        public Choice {
            arms = arms.stream().map(List::copyOf).toList();
        }

        @Override
        public List<List<WorkflowNode>> parts() {
            return arms;
        }
    }

    /**
     * Code that runs any number of times.
     *
     * @param times how often, as far as that is known
     */
    record Loop(List<WorkflowNode> body, Fact times) implements WorkflowNode {
        public Loop {
            body = List.copyOf(body);
        }

        @Override
        public List<List<WorkflowNode>> parts() {
            return List.of(body);
        }
    }

    /** A call back into a method that is being followed already. */
    record Recursion(String method, Location location) implements WorkflowNode {
        @Override
        public List<List<WorkflowNode>> parts() {
            return List.of();
        }
    }

    /** What is left out. */
    record Cut(int operations) implements WorkflowNode {
        @Override
        public List<List<WorkflowNode>> parts() {
            return List.of();
        }
    }
}
