package dev.replaylint.report;

import dev.replaylint.durable.name.OperationName;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.program.Location;
import dev.replaylint.report.workflow.Fact;
import dev.replaylint.report.workflow.OperationFacts;
import dev.replaylint.report.workflow.Workflow;
import dev.replaylint.report.workflow.WorkflowNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Workflows that tests make by hand. Operations are numbered, and stand on the lines of their numbers, in the order of their making. */
public final class Flows {

    /** The file that every operation is in. */
    public static final String FILE = "shop/OrderHandler.java";

    private int numbers;

    /** An operation. Groups are made after what is in them; their numbers are put right by {@link #workflow}. */
    public WorkflowNode.Operation operation(OperationKind kind, String name, WorkflowNode... body) {
        numbers++;
        return new WorkflowNode.Operation(
                numbers,
                kind,
                OperationName.constant(name),
                false,
                new Location(FILE, numbers, 0),
                Set.of(new Location(FILE, numbers, 0)),
                OperationFacts.NONE,
                List.of(body));
    }

    public WorkflowNode step(String name) {
        return operation(OperationKind.STEP, name);
    }

    public static WorkflowNode loop(WorkflowNode... body) {
        return new WorkflowNode.Loop(List.of(body), Fact.NONE);
    }

    @SafeVarargs
    public static WorkflowNode choice(List<WorkflowNode>... arms) {
        return new WorkflowNode.Choice(List.of(arms), arms.length == 1);
    }

    /** A workflow of these nodes, numbered in their order. */
    public static Workflow workflow(String handler, WorkflowNode... nodes) {
        return new Workflow(
                handler,
                "shop." + handler,
                Optional.of(new Location(FILE, 1, 0)),
                new Renumbering().nodes(List.of(nodes)),
                Optional.empty());
    }

    private static final class Renumbering {
        private int numbers;

        List<WorkflowNode> nodes(List<WorkflowNode> nodes) {
            List<WorkflowNode> made = new ArrayList<>();
            nodes.forEach(n -> made.add(node(n)));
            return made;
        }

        private WorkflowNode node(WorkflowNode node) {
            if (node instanceof WorkflowNode.Operation o) {
                int number = ++numbers;
                Location at = new Location(FILE, number, 0);
                return new WorkflowNode.Operation(
                        number, o.kind(), o.name(), o.virtual(), at, Set.of(at), o.facts(), nodes(o.body()));
            }
            if (node instanceof WorkflowNode.Loop loop) {
                return new WorkflowNode.Loop(nodes(loop.body()), loop.times());
            }
            return node instanceof WorkflowNode.Choice choice
                    ? new WorkflowNode.Choice(
                            choice.arms().stream().map(this::nodes).toList(), choice.skippable())
                    : node;
        }
    }

    /** All that can be drawn, once. */
    public static Workflow everything() {
        Flows f = new Flows();
        WorkflowNode lane = f.operation(OperationKind.BRANCH, "stock", f.step("reserve"));
        WorkflowNode otherLane = f.operation(OperationKind.BRANCH, "carrier", f.operation(OperationKind.INVOKE, "ask"));
        return workflow(
                "OrderHandler.handleRequest",
                f.step("charge"),
                f.operation(OperationKind.WAIT, "warehouse"),
                choice(List.of(f.operation(OperationKind.WAIT_FOR_CALLBACK, "approval"))),
                choice(List.of(f.step("ship")), List.of(f.step("refund"), f.operation(OperationKind.INVOKE, "mail"))),
                f.operation(OperationKind.PARALLEL, "prepare", lane, otherLane),
                f.operation(OperationKind.MAP, "lines", f.operation(OperationKind.CREATE_CALLBACK, "scan")),
                loop(f.operation(OperationKind.WAIT_FOR_CONDITION, "paid")),
                f.operation(
                        OperationKind.CHILD_CONTEXT,
                        "close",
                        f.operation(OperationKind.WITH_RETRY, "archive", f.step("store")),
                        new WorkflowNode.Recursion("Tree.visit", new Location(FILE, 1, 0))),
                new WorkflowNode.Cut(7));
    }

    /** Three hundred operations: a long sequence, large groups, wide choices. */
    public static Workflow large() {
        Flows f = new Flows();
        List<WorkflowNode> nodes = new ArrayList<>();
        for (int group = 0; group < 10; group++) {
            for (int i = 0; i < 10; i++) {
                nodes.add(f.step("step-" + group + "-" + i));
            }
            List<WorkflowNode> body = new ArrayList<>();
            for (int i = 0; i < 13; i++) {
                body.add(f.step("item-" + group + "-" + i));
            }
            nodes.add(f.operation(OperationKind.CHILD_CONTEXT, "group-" + group, body.toArray(WorkflowNode[]::new)));
            List<List<WorkflowNode>> arms = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                arms.add(List.of(f.operation(OperationKind.INVOKE, "way-" + group + "-" + i)));
            }
            nodes.add(new WorkflowNode.Choice(arms, true));
        }
        return workflow("LargeHandler.handleRequest", nodes.toArray(WorkflowNode[]::new));
    }
}
