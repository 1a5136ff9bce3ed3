package dev.replaylint.mutation;

import static dev.replaylint.mutation.Candidate.kind;

import dev.replaylint.mutation.Mutant.Grade;
import dev.replaylint.mutation.OperationSite.Function;
import dev.replaylint.mutation.OperationSite.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes at one place that mean nothing: the operations stay the same, and nothing is to be reported. */
final class NeutralEdits {

    private static final Map<String, String> STATEMENTS = Map.of(
            "durable-logger", "$C.getLogger().info(\"mutant\");",
            "defect-in-string",
                    "$C.getLogger().info(\"if (System.currentTimeMillis() > 0) ctx.step(UUID.randomUUID(), Thread.sleep(1))\");",
            "pure-code",
                    "var mutantSum = java.util.stream.IntStream.range(0, 3).map(mutantI -> mutantI * 2).sum();\n"
                            + "$C.getLogger().info(\"sum \" + mutantSum);",
            "business-exception",
                    "try {\nInteger.parseInt($C.getExecutionArn());\n} catch (NumberFormatException mutantE) {\n"
                            + "$C.getLogger().info(\"no number\");\n}",
            "order-free-set",
                    "int mutantSize = 0;\nfor (var mutantItem : java.util.Set.of(\"a\", \"b\")) {\nmutantSize += mutantItem.length();\n}\n"
                            + "if (mutantSize > 1_000) {\nthrow new IllegalStateException(\"size\");\n}");

    private static final Map<String, String> MEMBERS = Map.of(
            "unused-defect",
            "\nprivate static String mutantUnused() {\ntry {\nThread.sleep(10);\n} catch (InterruptedException mutantE) {\n"
                    + "return java.util.UUID.randomUUID().toString();\n}\n"
                    + "return java.time.Instant.now().toString();\n}\n",
            "unused-shadow",
            "\nstatic final class MutantShadow {\nstatic final class Instant {\nstatic String now() {\nreturn \"fixed\";\n}\n}\n}\n");

    private NeutralEdits() {}

    static List<Candidate> at(CleanUnit unit, Site site) {
        List<Candidate> candidates = new ArrayList<>();
        STATEMENTS.forEach((name, text) -> candidates.add(new Candidate(
                kind(name, Grade.NEUTRAL),
                unit,
                site.toString(),
                () -> new Edits()
                        .insert(site.file(), site.offset(), text.replace(Defect.CONTEXT, site.context()) + "\n")
                        .on(unit))));
        MEMBERS.forEach((name, text) -> candidates.add(new Candidate(
                kind(name, Grade.NEUTRAL),
                unit,
                site.toString(),
                () -> new Edits().insert(site.file(), site.members(), text).on(unit))));
        candidates.add(new Candidate(
                kind("unrelated-classes", Grade.NEUTRAL),
                unit,
                site.toString(),
                () -> new Edits()
                        .add(site.sibling("MutantReport"), "package " + site.packageName() + ";\n\n" + UNRELATED)
                        .on(unit)));
        return candidates;
    }

    private static final String UNRELATED = """
            import com.amazonaws.services.lambda.runtime.Context;
            import com.amazonaws.services.lambda.runtime.RequestHandler;

            final class MutantReport implements RequestHandler<String, String> {
                private static int seen;

                @Override
                public String handleRequest(String input, Context context) {
                    seen++;
                    System.out.println(java.time.Instant.now() + context.getAwsRequestId());
                    new Thread(() -> seen++).start();
                    return java.util.UUID.randomUUID().toString();
                }
            }
            """;

    static List<Candidate> at(CleanUnit unit, OperationSite operation) {
        List<Candidate> candidates = new ArrayList<>();
        String file = operation.at().file();
        String text = unit.files().get(file);
        String context = operation.at().context();
        operation
                .function()
                .ifPresent(f -> functions(unit, operation, f, text)
                        .forEach((name, edits) -> candidates.add(candidate(unit, operation, name, edits))));
        operation.statement().ifPresent(s -> {
            candidates.add(
                    candidate(unit, operation, "block", new Edits().replace(file, s, "{\n" + s.of(text) + "\n}")));
            candidates.add(candidate(
                    unit,
                    operation,
                    "alias",
                    new Edits()
                            .replace(
                                    file,
                                    s,
                                    "var mutantAlias = " + context + ";\nmutantAlias"
                                            + s.of(text).substring(context.length()))));
            extracted(unit, operation, s, text)
                    .ifPresent(e -> candidates.add(candidate(unit, operation, "extracted", e)));
        });
        return candidates;
    }

    private static Candidate candidate(CleanUnit unit, OperationSite operation, String name, Edits edits) {
        String where = operation.at().file() + "@" + operation.call().from();
        return new Candidate(kind(name, Grade.NEUTRAL), unit, where, () -> edits.on(unit));
    }

    private static Map<String, Edits> functions(
            CleanUnit unit, OperationSite operation, Function function, String text) {
        String file = operation.at().file();
        Map<String, Edits> changes = new java.util.TreeMap<>();
        boolean step = operation.method().startsWith("step") && function.names().size() == 1;
        if (step) {
            changes.put(
                    "typed-parameter",
                    new Edits()
                            .replace(
                                    file,
                                    function.parameters(),
                                    "(software.amazon.lambda.durable.StepContext "
                                            + function.names().get(0) + ") -> "));
            changes.put(
                    "clock-in-step",
                    ChangedOperations.first(
                            unit,
                            operation,
                            function,
                            "var mutantNow = java.time.Instant.now();\nif (mutantNow.getNano() > 5) {\nmutantNow.toEpochMilli();\n}"));
            changes.put("read-in-step", ChangedOperations.first(unit, operation, function, """
                    try {
                    java.nio.file.Files.size(java.nio.file.Path.of("/tmp/" + java.util.UUID.randomUUID()));
                    Thread.sleep(5);
                    } catch (java.io.IOException | InterruptedException mutantE) {
                    throw new IllegalStateException(mutantE);
                    }"""));
        }
        if (!function.block()) {
            changes.put("block-lambda", ChangedOperations.first(unit, operation, function, ";"));
        }
        if (step && operation.type().isPresent()) {
            String body = function.body().of(text);
            changes.put("anonymous-function", new Edits().replace(file, function.whole(), """
                    new java.util.function.Function<software.amazon.lambda.durable.StepContext, %1$s>() {
                    @Override
                    public %1$s apply(software.amazon.lambda.durable.StepContext %2$s) %3$s
                    }""".formatted(
                                    operation.type().get(),
                                    function.names().get(0),
                                    function.block() ? body : "{\nreturn " + body + ";\n}")));
        }
        return changes;
    }

    /** Only what names nothing but the context can be moved without knowing types. */
    private static Optional<Edits> extracted(CleanUnit unit, OperationSite operation, Range statement, String text) {
        String code = statement.of(text);
        if (!operation.method().equals("wait")
                || !code.matches("(?s)\\w+\\.wait\\(\"[^\"]*\", Duration\\.\\w+\\([\\d_]+\\)\\);")) {
            return Optional.empty();
        }
        String context = operation.at().context();
        return Optional.of(new Edits()
                .replace(operation.at().file(), statement, "mutantPause(" + context + ");")
                .insert(
                        operation.at().file(),
                        operation.at().members(),
                        "\nprivate static void mutantPause(software.amazon.lambda.durable.DurableContext " + context
                                + ") {\n" + code + "\n}\n"));
    }
}
