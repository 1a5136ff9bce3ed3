package dev.replaylint.mutation;

import dev.replaylint.mutation.Mutant.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The same defects, written in ways that hide them. */
final class Disguises {

    private static final List<String> DEFECTS = List.of(
            "clock-millis", "clock-instant", "random-uuid", "random-new", "invocation-request", "identity-memory");

    /** What is done to the value's text. */
    private static final Map<String, UnaryOperator<String>> VALUES = new TreeMap<>(Map.of(
            "parentheses", v -> "((" + v + "))",
            "unicode-escape",
                    v -> v.replaceFirst("\\.(\\w)", ".\\\\u00" + "%02x").formatted((int) v.charAt(v.indexOf('.') + 1)),
            "comments", v -> v.replace(".", " /* a */ . /* b */ "),
            "lines", v -> v.replaceFirst("\\.(\\w+\\()", ".§\n$1"),
            "ternary-both", v -> "($C.getExecutionArn().isEmpty() ? " + v + " : " + v + ")",
            "reduced",
                    v -> "java.util.stream.Stream.of(\"x\").map(mutantIn -> " + v
                            + ").reduce((mutantA, mutantB) -> mutantB).get()"));

    /** What is done to the statements. */
    private static final Map<String, UnaryOperator<String>> STATEMENTS = new TreeMap<>(Map.of(
            "context-alias", s -> "var mutantAlias = $C;\n" + s.replace("$C", "mutantAlias"),
            "labelled-block", s -> "mutantLabel: {\n" + s + "\n}",
            "runnable", s -> "Runnable mutantWork = () -> {\n" + s + "\n};\nmutantWork.run();",
            "local-record", s -> "record MutantLocal(int mutantSize) {}\n" + s,
            "anonymous-runnable", s -> "new Runnable() {\n@Override\npublic void run() {\n" + s + "\n}\n}.run();",
            "for-each",
                    s -> "java.util.List.of($C).forEach(mutantEach -> {\n" + s.replace("$C", "mutantEach") + "\n});",
            "optional-context",
                    s -> "java.util.Optional.of($C).ifPresent(mutantOne -> {\n" + s.replace("$C", "mutantOne")
                            + "\n});",
            "synchronized-free-try",
                    s -> "try {\n" + s + "\n} catch (IllegalArgumentException mutantE) {\nthrow mutantE;\n}",
            "switch-arm",
                    s -> "switch ($C.getExecutionArn().length()) {\ncase 0 -> {\n" + s + "\n}\ndefault -> {\n}\n}"));

    private Disguises() {}

    /** A defect in all disguises at one site; none if it is not one of those that stand for all. */
    static List<Candidate> at(CleanUnit unit, Site site, Defect defect) {
        List<Candidate> candidates = new ArrayList<>();
        if (DEFECTS.contains(defect.name())) {
            String sink = MovedDefects.sink(defect, site);
            VALUES.forEach((name, change) -> candidates.add(disguised(unit, site, defect, name, sink, change, s -> s)));
            STATEMENTS.forEach(
                    (name, change) -> candidates.add(disguised(unit, site, defect, name, sink, v -> v, change)));
            candidates.add(helped(unit, site, defect, sink, "operation-in-helper", defect.value() + Mutant.MARK));
            candidates.add(helped(unit, site, defect, sink, "value-to-helper", "mutantGiven"));
        }
        return candidates;
    }

    private static Candidate disguised(
            CleanUnit unit,
            Site site,
            Defect defect,
            String name,
            String sink,
            UnaryOperator<String> value,
            UnaryOperator<String> statements) {
        Site unnamed = new Site(
                site.file(), site.offset(), Defect.CONTEXT, site.members(), site.type(), site.instance(), site.last());
        Placement way = Placement.of("", value.apply(defect.value()) + Mutant.MARK);
        String text =
                statements.apply(Sinks.use(sink, defect, way, unnamed)).replace(Defect.CONTEXT, site.context()) + "\n";
        Kind kind = new Kind("disguised-" + defect.name(), name, defect.rules(), beside(), defect.grade());
        return new Candidate(kind, unit, site + " as " + sink, () -> MovedDefects.files(unit, site, way, text));
    }

    private static Set<String> beside() {
        return Set.of("unstable-operation-name", "unbounded-operations", "duplicate-operation-name");
    }

    /** The operations themselves in a helper, which is handed the value or makes it. */
    private static Candidate helped(CleanUnit unit, Site site, Defect defect, String sink, String name, String used) {
        Site there =
                new Site(site.file(), site.offset(), "mutantCtx", site.members(), site.type(), site.instance(), false);
        String body = Sinks.use(sink, defect, Placement.of("", used), there).replace(Defect.CONTEXT, "mutantCtx");
        boolean handed = used.equals("mutantGiven");
        String method = "\nprivate static void mutantWork(software.amazon.lambda.durable.DurableContext mutantCtx"
                + (handed ? ", " + defect.type() + " mutantGiven" : "") + ") {" + body + "}\n";
        String call = "mutantWork(" + site.context()
                + (handed ? ", " + defect.value().replace(Defect.CONTEXT, site.context()) : "") + ");"
                + (handed ? Mutant.MARK : "") + "\n";
        Kind kind = new Kind("disguised-" + defect.name(), name, defect.rules(), beside(), defect.grade());
        Placement way = Placement.of("", "").members(method);
        return new Candidate(kind, unit, site + " as " + sink, () -> MovedDefects.files(unit, site, way, call));
    }
}
