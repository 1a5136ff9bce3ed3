package dev.replaylint.report.html;

import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.report.html.Boxes.Label;
import dev.replaylint.report.workflow.Fact;
import dev.replaylint.report.workflow.OperationFacts;
import dev.replaylint.report.workflow.WorkflowNode;
import dev.replaylint.report.workflow.WorkflowNode.Operation;
import dev.replaylint.rule.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What stands on nodes, with the findings that are marked there. */
final class Labels {

    /** Longest name that is spoken. */
    private static final int LONGEST = 300;

    private static final String USUAL_ATTEMPTS = "6";

    private final String workflow;
    private final NodeFindings findings;

    /**
     * Labels of one workflow.
     *
     * @param workflow its id in the page
     */
    Labels(String workflow, NodeFindings findings) {
        this.workflow = workflow;
        this.findings = findings;
    }

    /** The id of an operation in the page. */
    static String id(String workflow, Operation operation) {
        return workflow + "-o" + operation.number();
    }

    Label operation(Operation operation) {
        List<Numbered> found = findings.of(operation);
        String detail = detail(operation);
        String spoken = operation.kind().method() + " " + Shortened.to(operation.label(), LONGEST) + ", "
                + operation.location().fileName() + " line "
                + operation.location().line() + spoken(found);
        return new Label(
                id(workflow, operation),
                kind(operation),
                kind(operation),
                operation.label(),
                detail,
                spoken,
                severity(found),
                found.size());
    }

    Label loop(WorkflowNode.Loop loop) {
        String times = loop.times().isGiven() ? loop.times().text() : "any number of times";
        return new Label("", "loop", "loop", "loop", times, "loop, " + times, "", 0);
    }

    Label part(Figure.Item.Part part) {
        Set<Numbered> found = new LinkedHashSet<>();
        Figure.operations(part.nodes()).forEach(o -> found.addAll(findings.of(o)));
        String kind = part.nodes().size() == 1 && part.nodes().get(0) instanceof Operation o
                ? o.kind().method() + " · "
                : "";
        String count = kind + part.size() + " operations";
        List<Numbered> all = List.copyOf(found);
        return new Label(
                part.figure().id(),
                "part",
                "part",
                part.figure().title(),
                count + ", below",
                Shortened.to(part.figure().title(), LONGEST) + ", " + count + spoken(all),
                severity(all),
                all.size());
    }

    private static String kind(Operation operation) {
        return operation.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String detail(Operation operation) {
        OperationFacts facts = operation.facts();
        List<String> parts = new ArrayList<>();
        parts.add(operation.kind().method());
        if (operation.virtual()) {
            parts.add("not checkpointed");
        }
        if (operation.facts().rounds().isGiven()) {
            parts.add(operation.facts().rounds().text());
        }
        timeout(operation, parts);
        attempts(operation, parts);
        if (facts.semantics().text().equals("at most once")) {
            parts.add(facts.semantics().text());
        }
        return String.join(" · ", parts);
    }

    private static void timeout(Operation operation, List<String> parts) {
        Fact timeout = operation.facts().timeout();
        if (timeout.tone() == Fact.Tone.ALERT) {
            parts.add("no timeout");
        } else if (timeout.isGiven() && timeout.tone() == Fact.Tone.PLAIN) {
            parts.add(timeout.text());
        }
    }

    /** What is as everywhere is not written on every node. */
    private static void attempts(Operation operation, List<String> parts) {
        Fact attempts = operation.facts().attempts();
        if (attempts.tone() == Fact.Tone.ALERT) {
            parts.add("tried without end");
        } else if (attempts.isGiven()
                && attempts.tone() == Fact.Tone.PLAIN
                && !attempts.text().equals(USUAL_ATTEMPTS)) {
            boolean polls = operation.kind() == OperationKind.WAIT_FOR_CONDITION;
            parts.add(attempts.text().equals("1") ? "no retry" : attempts.text() + (polls ? " polls" : " attempts"));
        }
    }

    private static String spoken(List<Numbered> found) {
        return found.isEmpty() ? "" : ", " + found.size() + (found.size() == 1 ? " finding" : " findings");
    }

    private static String severity(List<Numbered> found) {
        Optional<Severity> worst =
                found.stream().map(f -> f.finding().severity()).min(Comparator.naturalOrder());
        return worst.map(Severity::label).orElse("");
    }
}
