package dev.replaylint.report.workflow;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.workflow.WorkflowNode.Operation;
import dev.replaylint.testing.Fixtures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The workflows of the demo have every operation of its handlers, in the order of the code. */
final class WorkflowsTest {

    private static final List<Workflow> DEMO = new ReplayLint(Configuration.defaults())
            .withWorkflows()
            .analyze(new ReplayLint.Sources(
                    List.of(Path.of("..", "test-fixtures", "demo", "corrected", "src", "main", "java")),
                    List.of(),
                    Fixtures.classPath(),
                    StandardCharsets.UTF_8))
            .report()
            .workflows();

    @Test
    void haveEveryOperationInOrder() {
        assertThat(DEMO.stream().map(Workflow::handler).toList())
                .containsExactly("OrderHandler.handleRequest", "ReturnHandler.handleRequest")
                .inOrder();
        assertThat(labels(DEMO.get(0)))
                .containsAtLeast(
                        "is-order-known", "order-number", "save-order", "charge", "survey", "announce", "track")
                .inOrder();
        assertThat(labels(DEMO.get(1)))
                .containsAtLeast("accept", "parcel", "take-bench", "grade", "photograph", "free-bench", "close")
                .inOrder();
    }

    @Test
    void numberThemFromOne() {
        for (Workflow workflow : DEMO) {
            List<Integer> numbers =
                    workflow.operations().stream().map(Operation::number).toList();
            assertThat(numbers).isInStrictOrder();
            assertThat(numbers.get(0)).isEqualTo(1);
            assertThat(numbers.get(numbers.size() - 1)).isEqualTo(numbers.size());
            assertThat(workflow.cut()).isEqualTo(0);
        }
    }

    @Test
    void tellHowStepsAreDelivered() {
        assertThat(facts(DEMO.get(1), "voucher").semantics()).isEqualTo(Fact.of("at most once"));
        assertThat(facts(DEMO.get(1), "accept").semantics()).isEqualTo(Fact.of("at least once"));
    }

    @Test
    void everyQuestionIsAnswered() {
        for (Workflow workflow : DEMO) {
            for (Review.Answer answer : Review.of(workflow)) {
                assertThat(answer.question()).endsWith("?");
                assertThat(answer.sentences()).isNotEmpty();
                answer.sentences().forEach(s -> assertThat(s).endsWith("."));
            }
        }
    }

    private static List<String> labels(Workflow workflow) {
        return workflow.operations().stream().map(Operation::label).toList();
    }

    private static OperationFacts facts(Workflow workflow, String name) {
        return workflow.operations().stream()
                .filter(o -> o.label().equals(name))
                .findFirst()
                .orElseThrow()
                .facts();
    }
}
