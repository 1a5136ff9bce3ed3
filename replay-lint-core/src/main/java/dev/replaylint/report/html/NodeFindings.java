package dev.replaylint.report.html;

import dev.replaylint.program.Location;
import dev.replaylint.report.workflow.Workflow;
import dev.replaylint.report.workflow.WorkflowNode.Operation;
import dev.replaylint.rule.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which findings are marked on which operations: on those at the place of the finding, or else on those whose call or function the
 * finding's path leads through, as deep as possible, or else on those that it has an influence on.
 */
final class NodeFindings {

    private final Map<Operation, List<Numbered>> found = new IdentityHashMap<>();
    private final Map<Location, List<Operation>> byPlace = new HashMap<>();
    private final Map<Location, List<Operation>> byLine = new HashMap<>();
    private final Map<Operation, Operation> parents = new IdentityHashMap<>();
    private final Map<Workflow, Set<Integer>> byWorkflow = new IdentityHashMap<>();

    NodeFindings(List<Numbered> findings, List<Workflow> workflows) {
        for (Workflow workflow : workflows) {
            workflow.operations().forEach(this::index);
        }
        findings.forEach(f -> operations(f.finding())
                .forEach(o -> found.computeIfAbsent(o, k -> new ArrayList<>()).add(f)));
    }

    private void index(Operation operation) {
        if (operation.location().column() > 0) {
            byPlace.computeIfAbsent(operation.location(), l -> new ArrayList<>())
                    .add(operation);
        }
        operation
                .lines()
                .forEach(l -> byLine.computeIfAbsent(l, k -> new ArrayList<>()).add(operation));
        Figure.operations(operation.body()).forEach(o -> parents.put(o, operation));
    }

    private List<Operation> operations(Finding finding) {
        List<Location> places = new ArrayList<>();
        places.add(finding.location());
        for (int i = finding.path().size() - 1; i >= 0; i--) {
            places.add(finding.path().get(i).location());
        }
        finding.reaches().ifPresent(places::add);
        for (Location place : places) {
            List<Operation> exact = byPlace.getOrDefault(place, List.of());
            if (!exact.isEmpty()) {
                return exact;
            }
            List<Operation> near = byLine.getOrDefault(new Location(place.file(), place.line(), 0), List.of());
            if (!near.isEmpty()) {
                return innermost(near);
            }
        }
        return List.of();
    }

    private List<Operation> innermost(List<Operation> operations) {
        Set<Operation> outer = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Operation operation : operations) {
            Operation parent = parents.get(operation);
            while (parent != null) {
                outer.add(parent);
                parent = parents.get(parent);
            }
        }
        return operations.stream().filter(o -> !outer.contains(o)).toList();
    }

    /** Findings of an operation, worst first. */
    List<Numbered> of(Operation operation) {
        return found.getOrDefault(operation, List.of());
    }

    /** Whether a finding's path starts at the workflow's handler, or it is marked on one of its operations. */
    boolean concerns(Numbered finding, Workflow workflow) {
        return isOf(finding.finding(), workflow) || numbers(workflow).contains(finding.number());
    }

    /** The findings that a workflow's operations are marked with, by their numbers: asked once for each finding. */
    private Set<Integer> numbers(Workflow workflow) {
        return byWorkflow.computeIfAbsent(
                workflow,
                w -> w.operations().stream()
                        .flatMap(o -> of(o).stream())
                        .map(Numbered::number)
                        .collect(Collectors.toSet()));
    }

    private static boolean isOf(Finding finding, Workflow workflow) {
        return !finding.path().isEmpty() && finding.path().get(0).label().equals(workflow.handler());
    }

    /** Findings of the workflow's handler that none of its operations is marked with. */
    List<Numbered> loose(Workflow workflow, List<Numbered> findings) {
        return findings.stream()
                .filter(f -> isOf(f.finding(), workflow))
                .filter(f -> !numbers(workflow).contains(f.number()))
                .toList();
    }
}
