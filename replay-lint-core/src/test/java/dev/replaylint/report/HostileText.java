package dev.replaylint.report;

import dev.replaylint.durable.name.OperationName;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.program.Location;
import dev.replaylint.program.Problem;
import dev.replaylint.report.workflow.Cost;
import dev.replaylint.report.workflow.Fact;
import dev.replaylint.report.workflow.OperationFacts;
import dev.replaylint.report.workflow.Workflow;
import dev.replaylint.report.workflow.WorkflowNode;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import dev.replaylint.rule.Severity;
import dev.replaylint.rule.Suppressed;
import dev.replaylint.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What analysed code can be called by somebody who means harm, in every place of a report where its text goes. */
public final class HostileText {

    /** Text that ends what it stands in, orders a build server about, or reads as something else than it is. */
    public static final List<String> ALL = List.of(
            "</script><script>window.hacked=1</script>",
            "\"><img src=x onerror=\"window.hacked=1\">",
            "' onfocus='window.hacked=1' autofocus='",
            "--><svg onload=window.hacked=1>",
            "]]></style><style>*{display:none}</style>",
            "```\n# heading\n| a | b |\n|---|---|",
            "`${window.hacked=1}` **bold** _under_ [link](javascript:alert(1)) ![x](https://example.org/x.png)",
            "| pipe | @everyone #1 <details> <!-- ",
            "\n::set-output name=x::y\n##[error]x\n::error::z\r::stop-commands::t",
            "n1\"] --> evil; click n1 href \"javascript:alert(1)\" %% end\nend",
            "#quot;#60;script#62; &lt;b&gt; &amp; &#96;",
            "\u0000\u0007\u001b[2J\u202eevil\u202c\u2066x\u2069\u200b\u2028\u2029\ufeff",
            "\ud800 half \udfff",
            "javascript:window.hacked=1",
            "../../../etc/passwd",
            "x".repeat(5_000),
            "\u6f22".repeat(300));

    private HostileText() {}

    /** A report that has each of these texts in each of its places. */
    public static Report report() {
        List<Finding> findings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<WorkflowNode> nodes = new ArrayList<>();
        for (String text : ALL) {
            Location at = new Location(text, 1 + findings.size(), 1);
            Frame frame = new Frame(text, at);
            findings.add(new Finding(
                    "wall-clock", Severity.ERROR, at, text, text, List.of(frame, frame), text, "wall-clock|" + text));
            problems.add(new Problem(text, 1, text, true));
            nodes.add(operation(text, at, nodes.size() + 1));
        }
        Workflow workflow = new Workflow(ALL.get(0), ALL.get(1), Optional.empty(), groups(nodes), Optional.of(cost()));
        Coverage coverage = new Coverage(1, 2, 3, 3, 0, 1, 0, ALL.size(), ALL);
        List<Workflow> workflows = new ArrayList<>(List.of(workflow));
        ALL.forEach(t -> workflows.add(new Workflow(t, t, Optional.empty(), List.of(), Optional.empty())));
        List<Suppressed> suppressed = new ArrayList<>();
        for (Suppressed.How how : Suppressed.How.values()) {
            findings.forEach(f -> suppressed.add(new Suppressed(f, how, f.message())));
        }
        return new Report(findings, coverage, problems, Rules.infos(), workflows, suppressed);
    }

    private static WorkflowNode operation(String text, Location at, int number) {
        OperationFacts facts = new OperationFacts(
                Fact.of(text), Fact.alert(text), Fact.of(text), Fact.alert(text), Fact.of(text), Fact.of(text));
        return new WorkflowNode.Operation(
                number,
                OperationKind.STEP,
                OperationName.constant(text),
                false,
                at,
                Set.of(new Location(at.file(), at.line(), 0)),
                facts,
                List.of());
    }

    private static List<WorkflowNode> groups(List<WorkflowNode> nodes) {
        List<WorkflowNode> made = new ArrayList<>(nodes);
        ALL.forEach(t -> made.add(new WorkflowNode.Recursion(t, new Location(t, 1, 0))));
        ALL.forEach(t -> made.add(
                new WorkflowNode.Loop(List.of(new WorkflowNode.Recursion(t, new Location(t, 1, 0))), Fact.of(t))));
        return made;
    }

    private static Cost cost() {
        return new Cost(ALL.get(5), ALL.get(6), OptionalLong.empty(), OptionalLong.empty(), true, ALL, ALL);
    }
}
