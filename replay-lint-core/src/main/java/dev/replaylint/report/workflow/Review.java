package dev.replaylint.report.workflow;

import dev.replaylint.durable.loop.Quota;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.report.workflow.WorkflowNode.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a design review asks of a workflow, answered as far as the code does. Code in the sentences stands in backticks. */
public final class Review {

    /** The largest result that the service takes as a checkpoint. */
    private static final long LARGEST_RESULT_KB = 256;

    private static final long STORAGE_MB = 100;
    private static final int MOST_NAMES = 8;
    private static final int NEAR = 80;

    /**
     * An answer.
     *
     * @param tone whether it is worth a look
     */
    public record Answer(String question, List<String> sentences, Fact.Tone tone) {
        public Answer {
            sentences = List.copyOf(sentences);
        }
    }

    private final Workflow workflow;
    private final List<Operation> operations;

    private Review(Workflow workflow) {
        this.workflow = workflow;
        this.operations = workflow.operations();
    }

    /** The answers, the same questions for each workflow. */
    public static List<Answer> of(Workflow workflow) {
        Review review = new Review(workflow);
        return List.of(
                review.count(), review.storage(), review.waits(), review.fanOut(), review.retries(), review.repeats());
    }

    private Answer count() {
        String question = "How many operations does one execution make?";
        if (workflow.cost().isEmpty()) {
            return new Answer(
                    question,
                    List.of("The code has " + operations.size() + "; how many run was not counted."),
                    Fact.Tone.UNKNOWN);
        }
        Cost cost = workflow.cost().get();
        List<String> sentences = new ArrayList<>();
        sentences.add("At best `" + cost.best() + "`, at worst `" + cost.worst() + "`, of " + Quota.TEXT
                + " that the service allows.");
        sentences.addAll(cost.legend());
        sentences.addAll(cost.uncertain());
        boolean much = cost.unbounded() || cost.worstNumber().orElse(0) > Quota.OPERATIONS * NEAR / 100;
        return new Answer(question, sentences, much ? Fact.Tone.ALERT : Fact.Tone.PLAIN);
    }

    private Answer storage() {
        String question = "How large are results, and how much is stored?";
        OptionalLong worst = workflow.cost().map(Cost::worstNumber).orElse(OptionalLong.empty());
        if (worst.isEmpty()) {
            return new Answer(
                    question,
                    List.of("That depends on the number of operations: " + STORAGE_MB + " MB are "
                            + STORAGE_MB * 1024 / Quota.OPERATIONS + " KB for each of the "
                            + Quota.TEXT + " operations that the service allows."),
                    Fact.Tone.UNKNOWN);
        }
        long operations = Math.max(1, worst.getAsLong());
        long most = Math.min(operations, Quota.OPERATIONS) * LARGEST_RESULT_KB / 1024;
        boolean fits = most <= STORAGE_MB;
        String end = fits
                ? "that stays below the " + STORAGE_MB + " MB that the service allows."
                : "the " + STORAGE_MB + " MB that the service allows are reached where results have more than "
                        + STORAGE_MB * 1024 / operations + " KB on average.";
        return new Answer(
                question,
                List.of("A result has at most " + LARGEST_RESULT_KB + " KB. At worst that makes "
                        + (most == 0 ? "less than 1" : "about " + most) + " MB; " + end),
                fits ? Fact.Tone.PLAIN : Fact.Tone.ALERT);
    }

    private Answer waits() {
        List<String> sentences = new ArrayList<>();
        add(sentences, "waits", o -> o.kind() == OperationKind.WAIT);
        add(sentences, "calls other functions", o -> o.kind() == OperationKind.INVOKE);
        add(
                sentences,
                "waits for callbacks",
                o -> o.kind() == OperationKind.CREATE_CALLBACK || o.kind() == OperationKind.WAIT_FOR_CALLBACK);
        add(sentences, "polls", o -> o.kind() == OperationKind.WAIT_FOR_CONDITION);
        boolean alert = operations.stream().anyMatch(o -> o.facts().timeout().tone() == Fact.Tone.ALERT);
        return answer("Where does it suspend?", sentences, "Nowhere.", alert);
    }

    private void add(List<String> sentences, String verb, Predicate<Operation> which) {
        List<Operation> found = operations.stream().filter(which).toList();
        if (!found.isEmpty()) {
            sentences.add("It " + verb + " at " + times(found.size()) + ": "
                    + names(found, o -> o.facts().timeout()) + ".");
        }
    }

    private static String times(int places) {
        return places == 1 ? "one place" : places + " places";
    }

    private static String names(List<Operation> found, Function<Operation, Fact> fact) {
        String names = found.stream()
                .limit(MOST_NAMES)
                .map(o -> "`" + code(o.label()) + "`"
                        + (fact.apply(o).isGiven() ? " (" + fact.apply(o).text() + ")" : ""))
                .collect(Collectors.joining(", "));
        return found.size() > MOST_NAMES ? names + " and " + (found.size() - MOST_NAMES) + " more" : names;
    }

    /** Names with backticks of their own would end the code. */
    private static String code(String name) {
        return name.replace('`', '\'');
    }

    private Answer fanOut() {
        List<String> sentences = new ArrayList<>();
        List<Operation> maps =
                operations.stream().filter(o -> o.kind() == OperationKind.MAP).toList();
        List<Operation> parallels = operations.stream()
                .filter(o -> o.kind() == OperationKind.PARALLEL)
                .toList();
        if (!maps.isEmpty()) {
            sentences.add("It maps at " + times(maps.size()) + ": " + names(maps, o -> Fact.NONE) + ".");
        }
        if (!parallels.isEmpty()) {
            sentences.add("It branches at " + times(parallels.size()) + ": " + names(parallels, o -> Fact.NONE) + ".");
        }
        int loops = loops(workflow.nodes());
        if (loops > 0) {
            sentences.add((loops == 1 ? "One loop starts" : loops + " loops start") + " operations.");
        }
        return answer(
                "Where does it fan out or repeat?", sentences, "Nowhere: every operation runs at most once.", false);
    }

    private static int loops(List<WorkflowNode> nodes) {
        int sum = 0;
        for (WorkflowNode node : nodes) {
            sum += node instanceof WorkflowNode.Loop ? 1 : 0;
            for (List<WorkflowNode> part : node.parts()) {
                sum += loops(part);
            }
        }
        return sum;
    }

    private Answer retries() {
        List<Operation> retried =
                operations.stream().filter(o -> o.facts().attempts().isGiven()).toList();
        List<Operation> alerts = retried.stream()
                .filter(o -> o.facts().attempts().tone() == Fact.Tone.ALERT)
                .toList();
        List<String> sentences = new ArrayList<>();
        if (!alerts.isEmpty()) {
            sentences.add("Without end: " + names(alerts, o -> Fact.NONE) + ".");
        }
        List<Operation> others =
                retried.stream().filter(o -> !alerts.contains(o)).toList();
        Map<Fact, List<Operation>> byNumber = new LinkedHashMap<>();
        others.forEach(o -> byNumber.computeIfAbsent(o.facts().attempts(), f -> new ArrayList<>())
                .add(o));
        byNumber.forEach((fact, same) -> sentences.add(times(fact) + ": " + names(same, o -> Fact.NONE) + "."));
        return answer("What is tried again, and how often?", sentences, "Nothing that is known.", !alerts.isEmpty());
    }

    private static String times(Fact attempts) {
        if (attempts.tone() == Fact.Tone.UNKNOWN) {
            return "As often as the code does not tell";
        }
        return attempts.text().equals("1") ? "Once, without a retry" : "Up to " + attempts.text() + " times";
    }

    private Answer repeats() {
        List<Operation> open = operations.stream()
                .filter(o -> o.facts().key().tone() == Fact.Tone.ALERT)
                .toList();
        List<Operation> keyed = operations.stream()
                .filter(o -> o.facts().key().equals(Fact.of("found")))
                .toList();
        List<String> sentences = new ArrayList<>();
        if (!open.isEmpty()) {
            sentences.add("No idempotency key was found for what these change: "
                    + names(open, o -> o.facts().semantics()) + ".");
        }
        if (!keyed.isEmpty()) {
            sentences.add("A key was found in " + names(keyed, o -> Fact.NONE) + ".");
        }
        return answer(
                "Which effects can be made twice?",
                sentences,
                "No write to another system was recognised in a step.",
                !open.isEmpty());
    }

    private static Answer answer(String question, List<String> sentences, String otherwise, boolean alert) {
        return new Answer(
                question,
                sentences.isEmpty() ? List.of(otherwise) : sentences,
                alert ? Fact.Tone.ALERT : Fact.Tone.PLAIN);
    }
}
