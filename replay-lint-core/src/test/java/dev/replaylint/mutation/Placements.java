package dev.replaylint.mutation;

import static dev.replaylint.mutation.Mutant.LIBRARY;
import static dev.replaylint.mutation.Mutant.MARK;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The ways from replayed code to a defect, by their names. */
final class Placements {

    private static final String CONTEXT_TYPE = "software.amazon.lambda.durable.DurableContext";

    private Placements() {}

    /** The ways that a defect can be placed in at a site. */
    static Map<String, Placement> of(Defect defect, Site site) {
        Map<String, Placement> ways = new TreeMap<>();
        BiFunction<Defect, Site, Map<String, Placement>> near = Placements::near;
        ways.putAll(near.apply(defect, site));
        ways.putAll(methods(defect, site));
        ways.putAll(types(defect));
        ways.putAll(HandedPlacements.functions(defect, site));
        ways.putAll(HandedPlacements.objects(defect, site));
        if (defect.isExpression() && !defect.needsContext()) {
            ways.putAll(HandedPlacements.expressions(defect));
        }
        Map<String, Placement> there = new TreeMap<>();
        ways.forEach((name, way) -> there.put(name, at(way, site)));
        return there;
    }

    private static Placement at(Placement way, Site site) {
        return new Placement(
                way.before().replace(Defect.CONTEXT, site.context()),
                way.value().replace(Defect.CONTEXT, site.context()),
                way.members(),
                way.types(),
                way.library());
    }

    private static Map<String, Placement> near(Defect defect, Site site) {
        Map<String, Placement> ways = new TreeMap<>();
        ways.put("inline", Placement.of(defect.before(), defect.marked()).members(defect.members()));
        ways.put(
                "local",
                Placement.of(
                                defect.before() + "\n%s mutantLocal = %s;".formatted(defect.type(), defect.marked()),
                                "mutantLocal")
                        .members(defect.members()));
        return ways;
    }

    private static Map<String, Placement> methods(Defect defect, Site site) {
        String argument = argument(defect);
        Map<String, Placement> ways = new TreeMap<>();
        ways.put(
                "private-helper",
                Placement.of("", "mutantValue(%s)".formatted(argument))
                        .members(defect.members() + method("private static", "mutantValue", defect)));
        ways.put(
                "helper-chain",
                Placement.of("", "mutantFirst(%s)".formatted(argument))
                        .members(defect.members()
                                + forward("mutantFirst", "mutantSecond", defect)
                                + forward("mutantSecond", "mutantValue", defect)
                                + method("private static", "mutantValue", defect)));
        ways.put(
                "overload",
                Placement.of("", "mutantValue(%s)".formatted(argument))
                        .members(defect.members()
                                + method("private static", "mutantOther", defect)
                                + "\nprivate static %1$s mutantValue(%2$s) { return mutantValue(0, mutantOther(%3$s)); }\n"
                                        .formatted(defect.type(), parameter(defect), passed(defect))
                                + "private static %1$s mutantValue(int mutantUnused, %1$s mutantGiven) { return mutantGiven; }\n"
                                        .formatted(defect.type())));
        if (site.instance()) {
            ways.put(
                    "instance-helper",
                    Placement.of("", "this.mutantValue(%s)".formatted(argument))
                            .members(defect.members() + method("private", "mutantValue", defect)));
        }
        return ways;
    }

    private static Map<String, Placement> types(Defect defect) {
        String call = "(%s)".formatted(argument(defect));
        Map<String, Placement> ways = new TreeMap<>();
        ways.put(
                "other-class",
                Placement.of("", "MutantSource.value" + call)
                        .type(
                                "MutantSource",
                                "final class MutantSource {" + method("static", "value", defect)
                                        + "%s}".formatted(defect.members())));
        ways.put(
                "base-class",
                Placement.of("", "new MutantSource().value" + call)
                        .type(
                                "MutantBase",
                                "abstract class MutantBase {%s%s}"
                                        .formatted(method("", "value", defect), defect.members()))
                        .type("MutantSource", "final class MutantSource extends MutantBase {}"));
        ways.put(
                "interface",
                Placement.of("MutantSource mutantSource = new MutantDefault();", "mutantSource.value" + call)
                        .type(
                                "MutantSource",
                                "interface MutantSource { %s value(%s); }".formatted(defect.type(), parameter(defect)))
                        .type(
                                "MutantDefault",
                                "final class MutantDefault implements MutantSource {%s%s}"
                                        .formatted(method("@Override public", "value", defect), defect.members())));
        if (defect.members().isEmpty()) {
            ways.put(
                    "default-method",
                    Placement.of("MutantSource mutantSource = new MutantDefault();", "mutantSource.value" + call)
                            .type(
                                    "MutantSource",
                                    "interface MutantSource {%s}".formatted(method("default", "value", defect)))
                            .type("MutantDefault", "final class MutantDefault implements MutantSource {}"));
        }
        if (!defect.needsContext()) {
            ways.put("library", library(defect));
        }
        return ways;
    }

    private static Placement library(Defect defect) {
        String body = (method("public static", "value", defect) + defect.members()).replace(MARK, "");
        return Placement.of("", LIBRARY + ".MutantSource.value()" + MARK)
                .library("MutantSource", "public final class MutantSource {%s}".formatted(body));
    }

    private static String forward(String name, String next, Defect defect) {
        return "\nprivate static %s %s(%s) { return %s(%s); }\n"
                .formatted(defect.type(), name, parameter(defect), next, passed(defect));
    }

    /** A method that has the defect as its body. */
    static String method(String modifiers, String name, Defect defect) {
        return "\n%s %s %s(%s) {%s}\n"
                .formatted(
                        modifiers,
                        defect.type(),
                        name,
                        parameter(defect),
                        defect.body().replace(Defect.CONTEXT, "mutantCtx"));
    }

    /** The argument at the site. */
    static String argument(Defect defect) {
        return defect.needsContext() ? Defect.CONTEXT : "";
    }

    private static String passed(Defect defect) {
        return defect.needsContext() ? "mutantCtx" : "";
    }

    private static String parameter(Defect defect) {
        return defect.needsContext() ? CONTEXT_TYPE + " mutantCtx" : "";
    }
}
