package dev.replaylint.mutation;

import dev.replaylint.mutation.Mutant.Grade;
import dev.replaylint.mutation.Mutant.Kind;
import dev.replaylint.mutation.OperationSite.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Changes of the operations that running executions depend on, or that are not recorded yet. */
final class DriftedOperations {

    private static final Set<String> ANY = Set.of(
            "renamed-operation", "removed-operation", "inserted-operation", "reordered-operation", "retyped-operation");

    private DriftedOperations() {}

    static List<Candidate> at(CleanUnit unit, List<OperationSite> operations) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            OperationSite operation = operations.get(i);
            candidates.addAll(named(unit, operation));
            operation.statement().ifPresent(s -> candidates.addAll(whole(unit, operation, s)));
            if (i + 1 < operations.size()) {
                swapped(unit, operation, operations.get(i + 1)).ifPresent(candidates::add);
            }
        }
        return candidates;
    }

    private static Candidate candidate(
            CleanUnit unit, OperationSite operation, String operator, Set<String> rules, Edits edits) {
        Kind kind = new Kind(operator, "inline", rules, Set.of(), Grade.DRIFT);
        return new Candidate(
                kind, unit, operation.at().file() + "@" + operation.call().from(), () -> edits.on(unit));
    }

    private static List<Candidate> named(CleanUnit unit, OperationSite operation) {
        List<Candidate> candidates = new ArrayList<>();
        String file = operation.at().file();
        String name = operation.name().of(unit.files().get(file));
        if (operation.literal()) {
            candidates.add(candidate(
                    unit,
                    operation,
                    "drift-rename",
                    Set.of("renamed-operation"),
                    new Edits().replace(file, operation.name(), "\"mutant-renamed\"")));
            candidates.add(candidate(
                    unit,
                    operation,
                    "drift-computed-name",
                    Set.of("renamed-operation"),
                    new Edits()
                            .replace(
                                    file,
                                    operation.name(),
                                    name + " + \"-\" + " + operation.at().context() + ".getExecutionArn()")));
        }
        candidates.add(candidate(
                unit,
                operation,
                "drift-insert",
                Set.of("inserted-operation"),
                new Edits()
                        .insert(
                                file,
                                operation.at().offset(),
                                operation.at().context()
                                        + ".wait(\"mutant-inserted\", java.time.Duration.ofMinutes(1));\n")));
        return candidates;
    }

    private static List<Candidate> whole(CleanUnit unit, OperationSite operation, Range statement) {
        List<Candidate> candidates = new ArrayList<>();
        String file = operation.at().file();
        String text = statement.of(unit.files().get(file));
        String context = operation.at().context();
        String name = operation.name().of(unit.files().get(file));
        String other = operation.method().startsWith("wait")
                ? context + ".invoke(" + name + ", \"mutants:live\", \"x\", String.class);"
                : context + ".wait(" + name + ", java.time.Duration.ofMinutes(1));";
        candidates.add(candidate(
                unit,
                operation,
                "drift-delete",
                Set.of("removed-operation"),
                new Edits().replace(file, statement, "")));
        candidates.add(candidate(
                unit,
                operation,
                "drift-kind",
                Set.of("retyped-operation"),
                new Edits().replace(file, statement, other)));
        candidates.add(candidate(
                unit,
                operation,
                "drift-wrap",
                ANY,
                new Edits()
                        .replace(
                                file,
                                statement,
                                context + ".runInChildContext(\"mutant-wrap\", String.class, mutantChild -> {\n"
                                        + "mutantChild" + text.substring(context.length()) + "\nreturn \"x\";\n});")));
        candidates.add(candidate(
                unit,
                operation,
                "drift-loop",
                ANY,
                new Edits()
                        .replace(
                                file,
                                statement,
                                "for (int mutantI = 0; mutantI < 2; mutantI++) {\n"
                                        + text.replace(name, name + " + mutantI") + "\n}")));
        candidates.add(candidate(
                unit,
                operation,
                "drift-again",
                Set.of("inserted-operation", "unrecorded-operation"),
                new Edits()
                        .insert(
                                file,
                                statement.to(),
                                "\n" + context + ".wait(\"mutant-appended\", java.time.Duration.ofMinutes(1));")));
        return candidates;
    }

    private static java.util.Optional<Candidate> swapped(CleanUnit unit, OperationSite first, OperationSite second) {
        String file = first.at().file();
        if (!file.equals(second.at().file())
                || first.statement().isEmpty()
                || second.statement().isEmpty()) {
            return java.util.Optional.empty();
        }
        String text = unit.files().get(file);
        Range one = first.statement().get();
        Range two = second.statement().get();
        if (one.to() > two.from() || !text.substring(one.to(), two.from()).isBlank()) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(candidate(
                unit,
                first,
                "drift-swap",
                Set.of("reordered-operation"),
                new Edits().replace(file, one, two.of(text)).replace(file, two, one.of(text))));
    }
}
