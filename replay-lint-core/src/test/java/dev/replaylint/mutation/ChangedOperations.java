package dev.replaylint.mutation;

import static dev.replaylint.mutation.Candidate.kind;
import static dev.replaylint.mutation.Mutant.MARK;

import dev.replaylint.mutation.Mutant.Grade;
import dev.replaylint.mutation.Mutant.Kind;
import dev.replaylint.mutation.OperationSite.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Defects made of the operations that a handler has. */
final class ChangedOperations {

    private static final Set<String> STEPS = Set.of("step", "stepAsync", "waitForCallback", "waitForCallbackAsync");
    private static final Set<String> CHILDREN = Set.of(
            "runInChildContext", "runInChildContextAsync", "map", "mapAsync", "branch", "withRetry", "withRetryAsync");
    private static final Set<String> ASYNC =
            Set.of("step", "invoke", "runInChildContext", "waitForCondition", "withRetry", "map");

    /** What these find is a warning. */
    private static final Set<String> WARNED = Set.of("lock-around-operation", "unjoined-operation");

    private ChangedOperations() {}

    static List<Candidate> at(CleanUnit unit, OperationSite operation) {
        List<Candidate> candidates = new ArrayList<>(bodies(unit, operation));
        candidates.addAll(names(unit, operation));
        operation.statement().ifPresent(s -> candidates.addAll(wrapped(unit, operation, s)));
        return candidates;
    }

    private static Candidate candidate(CleanUnit unit, OperationSite operation, Kind kind, Edits edits) {
        String where = operation.at().file() + "@" + operation.call().from();
        return new Candidate(kind, unit, where, () -> edits.on(unit));
    }

    private static List<Candidate> bodies(CleanUnit unit, OperationSite operation) {
        List<Candidate> candidates = new ArrayList<>();
        String context = operation.at().context();
        operation.function().ifPresent(function -> {
            if (STEPS.contains(operation.method())) {
                String nested = context + ".wait(\"mutant-nested\", java.time.Duration.ofMinutes(1));" + MARK;
                candidates.add(candidate(
                        unit,
                        operation,
                        kind("own-step-nested", Grade.CERTAIN, "nested-operation"),
                        first(unit, operation, function, nested)));
            }
            if (CHILDREN.contains(operation.method())) {
                String escaped = context + ".wait(\"mutant-escaped\", java.time.Duration.ofMinutes(1));" + MARK;
                candidates.add(candidate(
                        unit,
                        operation,
                        kind(
                                "own-child-escaped",
                                // Replay runs its function again.
                                operation.method().equals("withRetry") ? Grade.LIKELY : Grade.CERTAIN,
                                "escaped-context"),
                        first(unit, operation, function, escaped)));
            }
        });
        return candidates;
    }

    /** Puts a statement first in a function. */
    static Edits first(CleanUnit unit, OperationSite operation, Function function, String statement) {
        String file = operation.at().file();
        if (function.block()) {
            return new Edits().insert(file, function.body().from() + 1, "\n" + statement + "\n");
        }
        boolean isVoid = operation.method().startsWith("waitForCallback");
        return new Edits()
                .insert(file, function.body().from(), "{\n" + statement + "\n" + (isVoid ? "" : "return "))
                .insert(file, function.body().to(), ";\n}");
    }

    private static List<Candidate> names(CleanUnit unit, OperationSite operation) {
        List<Candidate> candidates = new ArrayList<>();
        String name = operation.name().of(unit.files().get(operation.at().file()));
        if (!name.equals("null")) {
            add(
                    candidates,
                    unit,
                    operation,
                    "own-name-uuid",
                    name + " + java.util.UUID.randomUUID()",
                    "unstable-operation-name");
            add(
                    candidates,
                    unit,
                    operation,
                    "own-name-clock",
                    name + " + java.time.Instant.now()",
                    "unstable-operation-name");
            String request = operation.at().context() + ".getLambdaContext().getAwsRequestId()";
            add(candidates, unit, operation, "own-name-request", name + " + " + request, "unstable-operation-name");
            add(candidates, unit, operation, "own-name-empty", "\"\"", "invalid-operation-name");
            add(candidates, unit, operation, "own-name-null", "null", "unnamed-operation");
        }
        return candidates;
    }

    private static void add(
            List<Candidate> candidates,
            CleanUnit unit,
            OperationSite operation,
            String operator,
            String name,
            String rule) {
        Set<String> beside = Set.of("random-value", "wall-clock", "environment-read");
        Grade grade = rule.startsWith("unnamed") ? Grade.LIKELY : Grade.CERTAIN;
        Kind kind = new Kind(operator, "inline", Set.of(rule), beside, grade);
        Edits edits = new Edits().replace(operation.at().file(), operation.name(), name + MARK);
        candidates.add(candidate(unit, operation, kind, marked(unit, operation, edits)));
    }

    /** The receiver's line too: a call is where its method's name is. */
    private static Edits marked(CleanUnit unit, OperationSite operation, Edits edits) {
        return edits.insert(operation.at().file(), operation.name().from() - 1, MARK);
    }

    private static List<Candidate> wrapped(CleanUnit unit, OperationSite operation, OperationSite.Range statement) {
        List<Candidate> candidates = new ArrayList<>();
        String text = statement.of(unit.files().get(operation.at().file()));
        String own = text.replace("\n", MARK + "\n") + MARK;
        String call = own.substring(0, own.lastIndexOf(';'));
        String context = operation.at().context();
        wrap(
                candidates,
                unit,
                operation,
                "own-throwable",
                "swallowed-suspension",
                "try {§\n" + own + "\n} catch (Throwable mutantE) {§\n" + context
                        + ".getLogger().info(\"failed\");\n}");
        wrap(
                candidates,
                unit,
                operation,
                "own-replay-guard",
                "replaying-branch",
                "if (!" + context + ".isReplaying()) {§\n" + own + "\n}");
        wrap(
                candidates,
                unit,
                operation,
                "own-random-branch",
                "random-value",
                "if (Math.random() > 0.5) {§\n" + own + "\n}");
        wrap(
                candidates,
                unit,
                operation,
                "own-clock-branch",
                "wall-clock",
                "if (java.time.LocalTime.now().getHour() > 8) {§\n" + own + "\n}");
        wrap(
                candidates,
                unit,
                operation,
                "own-finally",
                "finally-operation",
                "try {\n" + text + "\n} finally {\n" + context
                        + ".invoke(\"mutant-release\", \"mutants:live\", \"x\", String.class);§\n}");
        wrap(
                candidates,
                unit,
                operation,
                "own-thread",
                "thread-use",
                "java.util.concurrent.CompletableFuture.runAsync(() -> " + call + ").join();§");
        wrap(
                candidates,
                unit,
                operation,
                "own-monitor",
                "lock-around-operation",
                "synchronized (String.class) {§\n" + own + "\n}");
        wrap(
                candidates,
                unit,
                operation,
                "own-forever",
                "unbounded-operations",
                "while (true) {§\n" + own + "\nif (" + context + ".getExecutionArn().equals(\"\")) {\nbreak;\n}\n}");
        if (ASYNC.contains(operation.method())) {
            wrap(
                    candidates,
                    unit,
                    operation,
                    "own-unjoined",
                    "unjoined-operation",
                    own.replaceFirst("\\." + operation.method() + "\\(", "." + operation.method() + "Async("));
        }
        return candidates;
    }

    private static void wrap(
            List<Candidate> candidates,
            CleanUnit unit,
            OperationSite operation,
            String operator,
            String rule,
            String text) {
        Set<String> beside = Set.of("duplicate-operation-name", "polling-loop");
        Grade grade = WARNED.contains(rule) ? Grade.LIKELY : Grade.CERTAIN;
        Kind kind = new Kind(operator, "inline", Set.of(rule), beside, grade);
        Edits edits =
                new Edits().replace(operation.at().file(), operation.statement().orElseThrow(), text);
        candidates.add(candidate(unit, operation, kind, edits));
    }
}
