package dev.replaylint.report.html;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.program.Location;
import dev.replaylint.report.Flows;
import dev.replaylint.report.workflow.Workflow;
import dev.replaylint.report.workflow.WorkflowNode.Operation;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import dev.replaylint.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings are marked where their path enters an operation, as deep as possible. */
final class NodeFindingsTest {

    private static final Flows F = new Flows();
    private static final Workflow WORKFLOW = Flows.workflow(
            "OrderHandler.handleRequest",
            F.step("charge"),
            F.operation(OperationKind.CHILD_CONTEXT, "ship", F.step("pack"), F.step("send")));

    @Test
    void atTheLineOfTheOperation() {
        assertThat(marked(at(Flows.FILE, 1))).containsExactly("charge");
    }

    @Test
    void whereThePathLeadsThrough() {
        assertThat(marked(at("shop/Mail.java", 80), at(Flows.FILE, 4), at("shop/Mail.java", 80)))
                .containsExactly("send");
    }

    @Test
    void atTheDeepestOperationOfThePath() {
        assertThat(marked(at("shop/Mail.java", 80), at(Flows.FILE, 2), at(Flows.FILE, 3), at("shop/Mail.java", 80)))
                .containsExactly("pack");
    }

    @Test
    void nowhereOtherwise() {
        assertThat(marked(at(Flows.FILE, 99))).isEmpty();
        assertThat(marked(at("other/OrderHandler.java", 1))).isEmpty();
    }

    private static List<String> marked(Location location, Location... path) {
        List<Frame> frames =
                List.of(path).stream().map(l -> new Frame("A.b", l)).toList();
        Finding finding = new Finding("wall-clock", Severity.ERROR, location, "A.b", "message", frames, "help", "key");
        NodeFindings marks = new NodeFindings(List.of(new Numbered(1, finding)), List.of(WORKFLOW));
        return WORKFLOW.operations().stream()
                .filter(o -> !marks.of(o).isEmpty())
                .map(Operation::label)
                .toList();
    }

    private static Location at(String file, int line) {
        return new Location(file, line, 0);
    }
}
