package dev.replaylint.catalog;

import dev.replaylint.program.MethodKey;
import java.util.List;

/** Writes calls in tests the way the catalogue's patterns do. */
final class Calls {

    private Calls() {}

    /** {@code a.b.C#m(java.lang.String,int)}; without a parameter list, there are no parameters. */
    static MethodKey call(String text) {
        String full = text.contains("(") ? text : text + "()";
        Pattern pattern = PatternParser.parse(full);
        String parameters = String.join("", pattern.parameters().orElse(List.of()));
        return new MethodKey(pattern.types().text(), pattern.member().orElseThrow(), "(" + parameters + ")V");
    }
}
