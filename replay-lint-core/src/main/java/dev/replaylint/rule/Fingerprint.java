package dev.replaylint.rule;

import dev.replaylint.program.Names;
import java.util.List;

/**
 * What a finding is known by, wherever its lines are: it survives lines that come above it, another order of methods, another source
 * root, and other anonymous classes next to it.
 *
 * @param rule name of the rule
 * @param type binary name of the class, without the numbers that the compiler gives to nested classes
 * @param member name of the method; empty if there is none
 * @param subject what the finding is about, such as the name of an API
 */
public record Fingerprint(String rule, String type, String member, String subject) {

    private static final String SEPARATOR = "|";

    public Fingerprint {
        type = Names.withoutNumbers(type);
    }

    /** The parts of a text that {@link #toString} made. */
    public static Fingerprint of(String text) {
        String[] parts = text.split("\\" + SEPARATOR, 4);
        List<String> four = new java.util.ArrayList<>(List.of(parts));
        while (four.size() < 4) {
            four.add("");
        }
        return new Fingerprint(four.get(0), four.get(1), four.get(2), four.get(3));
    }

    @Override
    public String toString() {
        return String.join(SEPARATOR, rule, type, member, subject);
    }
}
