package dev.replaylint.mutation;

import java.util.Set;

/**
 * Code that is wrong where it is replayed, and can be moved: an expression with a value that changes, or statements with an effect.
 *
 * @param name of the operator
 * @param rules one of these is to report it
 * @param type {@code long} or {@code String}
 * @param before statements before the value; on each line that is to be reported, a mark
 * @param value the value
 * @param members what the type needs that has the code; empty if nothing
 * @param grade how sure it is
 */
record Defect(
        String name, Set<String> rules, String type, String before, String value, String members, Mutant.Grade grade) {

    /** Stands for the context. */
    static final String CONTEXT = "$C";

    /** A value that changes. */
    static Defect value(String name, String rule, String type, String value) {
        return new Defect(name, Set.of(rule), type, "", value, "", Mutant.Grade.CERTAIN);
    }

    /** Statements that have an effect, and then a constant. */
    static Defect effect(String name, Set<String> rules, String statements) {
        return new Defect(name, rules, "String", statements, "\"done\"", "", Mutant.Grade.CERTAIN);
    }

    /** Statements that make a value that changes. */
    static Defect computed(String name, String rule, String type, String before, String value) {
        return new Defect(name, Set.of(rule), type, before, value, "", Mutant.Grade.CERTAIN);
    }

    Defect likely() {
        return new Defect(name, rules, type, before, value, members, Mutant.Grade.LIKELY);
    }

    Defect with(String neededMembers) {
        return new Defect(name, rules, type, before, value, neededMembers, grade);
    }

    boolean isExpression() {
        return before.isEmpty() && members.isEmpty();
    }

    boolean needsContext() {
        return (before + value).contains(CONTEXT);
    }

    boolean isEffect() {
        return value.equals("\"done\"");
    }

    String boxed() {
        return type.equals("long") ? "Long" : type;
    }

    /** The value, to be reported where it stands. */
    String marked() {
        return isExpression() ? value + Mutant.MARK : value;
    }

    /** A method's body. */
    String body() {
        return isExpression()
                ? "\n            return " + value + ";" + Mutant.MARK + "\n"
                : "\n            " + before + "\n            return " + value + ";\n";
    }
}
