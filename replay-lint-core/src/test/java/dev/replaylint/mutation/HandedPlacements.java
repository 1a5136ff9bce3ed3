package dev.replaylint.mutation;

import static dev.replaylint.mutation.Mutant.MARK;

import java.util.Map;
import java.util.TreeMap;

/** The ways through functions and objects that are handed on. */
final class HandedPlacements {

    private HandedPlacements() {}

    /** Functions that are kept or passed. */
    static Map<String, Placement> functions(Defect defect, Site site) {
        Map<String, Placement> ways = new TreeMap<>();
        String supplier = "java.util.function.Supplier<%s>".formatted(defect.boxed());
        String lambda = defect.isExpression() ? "() -> " + defect.marked() : "() -> {" + defect.body() + "}";
        ways.put(
                "lambda-variable",
                Placement.of("%s mutantSource = %s;".formatted(supplier, lambda), "mutantSource.get()")
                        .members(defect.members()));
        ways.put(
                "function-argument",
                Placement.of("", "%s.<%s>mutantCall(%s)".formatted(site.type(), defect.boxed(), lambda))
                        .members(
                                defect.members()
                                        + "\nprivate static <T> T mutantCall(java.util.function.Supplier<T> mutantWork) { return mutantWork.get(); }\n"));
        if (!defect.needsContext()) {
            ways.put(
                    "method-reference",
                    Placement.of(
                                    "%s mutantSource = %s::mutantValue;".formatted(supplier, site.type()),
                                    "mutantSource.get()")
                            .members(defect.members() + Placements.method("private static", "mutantValue", defect)));
            ways.put(
                    "lambda-field",
                    Placement.of("", "MUTANT_SOURCE.get()")
                            .members(defect.members()
                                    + "\nstatic final %s MUTANT_SOURCE = %s;\n".formatted(supplier, lambda)));
        }
        return ways;
    }

    /** Objects that somebody else made. */
    static Map<String, Placement> objects(Defect defect, Site site) {
        Map<String, Placement> ways = new TreeMap<>();
        String call = "(%s)".formatted(Placements.argument(defect));
        if (site.instance()) {
            ways.put("collaborator", collaborator(defect, call));
        }
        ways.put(
                "anonymous-class",
                Placement.of(
                                "var mutantSource = new Object() {%s};"
                                        .formatted(Placements.method("", "value", defect)),
                                "mutantSource.value" + call)
                        .members(defect.members()));
        ways.put(
                "nested-class",
                Placement.of("", "new MutantNested().value" + call)
                        .members("\nstatic final class MutantNested {%s%s}\n"
                                .formatted(Placements.method("", "value", defect), defect.members())));
        if (defect.members().isEmpty()) {
            ways.put(
                    "enum-strategy",
                    Placement.of("", "MutantKind.SECOND.value" + call)
                            .type(
                                    "MutantKind",
                                    "enum MutantKind { FIRST, SECOND;%s}"
                                            .formatted(Placements.method("", "value", defect))));
        }
        return ways;
    }

    private static Placement collaborator(Defect defect, String call) {
        String parameter = defect.needsContext() ? "software.amazon.lambda.durable.DurableContext mutantCtx" : "";
        String passed = defect.needsContext() ? "mutantCtx" : "";
        return Placement.of("", "mutantDesk.value" + call)
                .members("\nprivate final MutantDesk mutantDesk = new MutantDesk(new MutantDefault());\n")
                .type("MutantSource", "interface MutantSource { %s value(%s); }".formatted(defect.type(), parameter))
                .type(
                        "MutantDefault",
                        "final class MutantDefault implements MutantSource {%s%s}"
                                .formatted(Placements.method("@Override public", "value", defect), defect.members()))
                .type("MutantDesk", """
                        final class MutantDesk {
                            private final MutantSource source;

                            MutantDesk(MutantSource source) {
                                this.source = source;
                            }

                            %s value(%s) {
                                return source.value(%s);
                            }
                        }
                        """.formatted(defect.type(), parameter, passed));
    }

    /** Expressions around the value, and values that are kept on the way. */
    static Map<String, Placement> expressions(Defect defect) {
        String type = defect.boxed();
        String value = defect.value();
        String marked = defect.marked();
        String constant = defect.type().equals("long") ? "7L" : "\"seven\"";
        Map<String, Placement> ways = new TreeMap<>();
        ways.put("ternary", Placement.of("", "($C.getExecutionArn().isEmpty() ? %s : %s)".formatted(marked, constant)));
        ways.put(
                "switch-expression",
                Placement.of(
                        "",
                        "(switch ($C.getExecutionArn().length()) { case 0 -> %s; default -> %s; })"
                                .formatted(constant, marked)));
        ways.put(
                "stream",
                Placement.of("", "java.util.stream.Stream.of(1).map(mutantI -> %s).toList().get(0)".formatted(marked)));
        ways.put(
                "optional",
                Placement.of("", "java.util.Optional.<%s>empty().orElseGet(() -> %s)".formatted(type, marked)));
        ways.put(
                "record",
                Placement.of("var mutantPair = new MutantPair(%s, 1);".formatted(marked), "mutantPair.first()")
                        .members("\nrecord MutantPair(%s first, int second) {}\n".formatted(defect.type())));
        ways.put(
                "builder",
                Placement.of(
                                "var mutantDraft = new MutantDraft().at(%s).named(\"x\");".formatted(marked),
                                "mutantDraft.at")
                        .type("MutantDraft", """
                                final class MutantDraft {
                                    %1$s at;
                                    String name;

                                    MutantDraft at(%1$s given) {
                                        at = given;
                                        return this;
                                    }

                                    MutantDraft named(String given) {
                                        name = given;
                                        return this;
                                    }
                                }
                                """.formatted(defect.type())));
        ways.put(
                "list",
                Placement.of(
                        "var mutantList = java.util.List.<%s>of(%s);".formatted(type, marked), "mutantList.get(0)"));
        ways.put(
                "accumulated",
                Placement.of(
                        "%1$s mutantSum = %2$s;\nfor (int mutantI = 0; mutantI < 2; mutantI++) {\nmutantSum += %3$s;%4$s\n}"
                                .formatted(defect.type(), constant, value, MARK),
                        "mutantSum"));
        return ways;
    }
}
