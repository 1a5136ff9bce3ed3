package dev.replaylint.report.html;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.report.Flows;
import dev.replaylint.report.Golden;
import dev.replaylint.report.workflow.Workflow;
import dev.replaylint.report.workflow.WorkflowNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pictures of workflows, and what is taken out of large ones. */
final class FigureTest {

    @Test
    void drawsEverythingThereIs() throws IOException {
        Golden.check("everything.svg", svg(Flows.everything(), 0));
    }

    @Test
    void drawsPartsOfALargeWorkflow() throws IOException {
        Golden.check("large.svg", svg(Flows.large(), 0));
    }

    @Test
    void everyOperationIsDrawnOnceAndNoPictureIsLarge() {
        Workflow large = Flows.large();
        List<Integer> drawn = new ArrayList<>();
        for (Figure figure : Figure.of("w1", large.nodes())) {
            List<WorkflowNode> here = nodes(figure);
            assertThat(Figure.size(here)).isAtMost(Figure.MOST);
            Figure.operations(here).forEach(o -> drawn.add(o.number()));
            figure.items().stream()
                    .filter(Figure.Item.Part.class::isInstance)
                    .map(i -> ((Figure.Item.Part) i).nodes())
                    .filter(n -> n.size() == 1 && n.get(0) instanceof WorkflowNode.Operation)
                    .forEach(n -> drawn.add(((WorkflowNode.Operation) n.get(0)).number()));
        }
        assertThat(drawn)
                .containsExactlyElementsIn(IntStream.rangeClosed(1, 300).boxed().toList());
    }

    private static List<WorkflowNode> nodes(Figure figure) {
        return figure.items().stream()
                .filter(Figure.Item.Node.class::isInstance)
                .map(i -> ((Figure.Item.Node) i).node())
                .toList();
    }

    @Test
    void aShortWorkflowIsOnePicture() {
        assertThat(Figure.of("w1", Flows.everything().nodes())).hasSize(1);
    }

    @Test
    void recursionAloneCanBeDrawn() {
        List<WorkflowNode> nodes = new ArrayList<>(Flows.large().nodes());
        IntStream.range(0, 50)
                .forEach(i -> nodes.add(new WorkflowNode.Recursion(
                        "Tree.visit", new dev.replaylint.program.Location(Flows.FILE, 1, 0))));
        assertThat(Figure.of("w1", nodes).size()).isGreaterThan(1);
    }

    @Test
    void drawingsHaveNoNumbersAfterAPoint() {
        assertThat(svg(Flows.everything(), 0)).doesNotContainMatch("[xydr]=\"[^\"]*\\.\\d");
    }

    private static String svg(Workflow workflow, int index) {
        Markup out = new Markup();
        Figure figure = Figure.of("w1", workflow.nodes()).get(index);
        Box box = new Layout(new Labels("w1", new NodeFindings(List.of(), List.of(workflow)))).picture(figure);
        out.open("svg", "width", Pen.n(box.width()), "height", Pen.n(box.height()));
        box.draw(new Pen(out), 0, 0);
        return out.line().close("svg").toString();
    }
}
