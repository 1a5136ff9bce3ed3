package dev.replaylint.mutation;

import java.util.Map;
import java.util.TreeMap;

/**
 * How operations come to depend on a value. The value has a line of its own; the line before is good, too, since class files do not tell
 * where in a statement an object is made or a field is read.
 */
final class Sinks {

    private static final String PAUSE = "$C.wait(\"mutant-pause\", java.time.Duration.ofMinutes(1));";

    private static final Map<String, String> SINKS = new TreeMap<>(Map.of(
            "branch", "if (§\n$V\n % 2 == 0) {\n" + PAUSE + "\n}",
            "guard", "if (§\n$V\n % 2 == 0) {\nthrow new IllegalStateException(\"mutant\");\n}\n" + PAUSE,
            "argument", "$C.invoke(\"mutant-call\", \"mutants:live\",§\n$O\n, String.class);",
            "payload", "$C.invoke(\"mutant-call\", \"mutants:live\", java.util.List.of(\"x\",§\n$O\n), String.class);",
            "captured",
                    "var mutantCaptured = §\n$O\n;\n$C.step(\"mutant-step\", String.class, mutantStep -> \"at \" + mutantCaptured);",
            "name", "$C.step(\"mutant-\" + §\n$O\n, String.class, mutantStep -> \"done\");§",
            "loop",
                    "for (long mutantTurn = 0; mutantTurn <§\n$V\n % 3; mutantTurn++) {\n"
                            + "$C.invoke(\"mutant-\" + mutantTurn, \"mutants:live\", mutantTurn, String.class);§\n}",
            "switch",
                    "switch ((int) (§\n$V\n % 3)) {\ncase 0 -> $C.wait(\"mutant-a\", java.time.Duration.ofMinutes(1));\n"
                            + "default -> $C.wait(\"mutant-b\", java.time.Duration.ofMinutes(1));\n}",
            "text",
                    "var mutantText = String.format(\"%s-%s\", \"x\",§\n$O\n);\n"
                            + "$C.invoke(\"mutant-call\", \"mutants:live\", mutantText, String.class);"));

    private Sinks() {}

    static Map<String, String> all() {
        return SINKS;
    }

    /** Statements that use a value. */
    static String use(String sink, Defect defect, Placement placement, Site site) {
        String value = placement.value();
        String number = defect.type().equals("long") ? value : "(" + value + "\n).hashCode()";
        return "\n" + placement.before() + "\n"
                + SINKS.get(sink).replace("$V", number).replace("$O", value).replace("$C", site.context())
                + "\n";
    }

    /** Statements that only run what has an effect. */
    static String run(Placement placement, Site site) {
        return "\n" + placement.before() + "\n" + site.context() + ".getLogger().info(\n" + placement.value()
                + "\n);\n";
    }
}
