package dev.replaylint.report.workflow;

import dev.replaylint.program.Location;
import dev.replaylint.report.workflow.WorkflowNode.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one entry point starts, as a reader sees it.
 *
 * @param handler {@code OrderHandler.handleRequest}
 * @param type the class with its package, which tells handlers of one name apart
 * @param location of the first operation; empty if there is none
 * @param nodes what is started on the handler's own context, in the order of the code
 * @param cost how many operations one execution makes; empty if that was not counted
 */
public record Workflow(
        String handler, String type, Optional<Location> location, List<WorkflowNode> nodes, Optional<Cost> cost) {

    public Workflow {
        nodes = List.copyOf(nodes);
    }

    /** Every operation, in the order of the code, groups before what is in them. */
    public List<Operation> operations() {
        List<Operation> found = new ArrayList<>();
        collect(nodes, found);
        return found;
    }

    private static void collect(List<WorkflowNode> nodes, List<Operation> found) {
        for (WorkflowNode node : nodes) {
            if (node instanceof Operation operation) {
                found.add(operation);
            }
            node.parts().forEach(p -> collect(p, found));
        }
    }

    /** Operations that are not listed, since there are too many or they are nested too deeply. */
    public int cut() {
        return cut(nodes);
    }

    private static int cut(List<WorkflowNode> nodes) {
        int sum = 0;
        for (WorkflowNode node : nodes) {
            sum += node instanceof WorkflowNode.Cut cut ? cut.operations() : 0;
            for (List<WorkflowNode> part : node.parts()) {
                sum += cut(part);
            }
        }
        return sum;
    }
}
