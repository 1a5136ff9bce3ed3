package dev.replaylint.hostile;

import static dev.replaylint.hostile.Hostile.handler;
import static dev.replaylint.hostile.Hostile.nested;
import static dev.replaylint.hostile.HostileInput.fine;
import static dev.replaylint.hostile.HostileInput.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Code in code in code. */
final class Nesting {

    private static final String DEEP = "is nested too deeply to be parsed";

    private static final String BRANCHES = "has a body with too many branches or loops";

    private Nesting() {}

    static List<HostileInput> all() {
        return HostileInput.all(brackets(), chains(), declarations(), lambdas(), others());
    }

    private static List<HostileInput> brackets() {
        List<HostileInput> inputs = new ArrayList<>();
        for (int depth : new int[] {100, 400}) {
            inputs.add(fine(depth + " parentheses", handler("int x = " + nested(depth, "(", "1", ")") + ";")));
            inputs.add(fine(depth + " calls", handler("int x = " + nested(depth, "Math.abs(", "1", ")") + ";")));
            inputs.add(fine(depth + " blocks", handler(nested(depth, "{", ";", "}"))));
            inputs.add(fine(depth + " ifs", handler(nested(depth, "if (in == null) {", ";", "}"))));
        }
        for (int depth : new int[] {1_000, 10_000, 100_000}) {
            inputs.add(
                    refused(depth + " parentheses", handler("int x = " + nested(depth, "(", "1", ")") + ";"), 0, DEEP));
            inputs.add(refused(depth + " blocks", handler(nested(depth, "{", ";", "}")), 0, DEEP));
            inputs.add(refused(depth + " open brackets", handler("int x = " + "[".repeat(depth)), 0, DEEP));
        }
        inputs.add(refused(
                "3,000 array initialisers",
                handler("Object o = new int" + "[]".repeat(255) + nested(3_000, "{", "", "}") + ";"),
                0,
                DEEP));
        inputs.add(refused(
                "1,000 anonymous classes",
                handler(nested(1_000, "new Object() { int x = 1; {", ";", "} };")),
                0,
                DEEP));
        inputs.add(refused(
                "600 annotations in annotations", handler("", nested(600, "@A(", "1", ")") + " int x;"), 0, DEEP));
        inputs.add(fine("100,000 closing brackets in a comment", handler("// " + ")".repeat(100_000))));
        inputs.add(
                fine("100,000 opening brackets in a string", handler("String t = \"" + "(".repeat(100_000) + "\";")));
        return inputs;
    }

    private static List<HostileInput> chains() {
        List<HostileInput> inputs = new ArrayList<>();
        for (int length : new int[] {500, 2_000}) {
            inputs.add(fine(length + " chained calls", handler("String t = in" + ".trim()".repeat(length) + ";")));
            inputs.add(fine(length + " texts in one sum", handler("String t = in" + " + \"a\"".repeat(length) + ";")));
            inputs.add(fine(length + " negations", handler("boolean b = " + "! ".repeat(length) + "true;")));
            inputs.add(fine(length + " minus signs", handler("int x = " + "- ".repeat(length) + "1;")));
            inputs.add(fine(length + " assignments", handler("int x; x = " + "x = ".repeat(length) + "1;")));
            inputs.add(fine(length + " casts", handler("Object o = " + "(Object) ".repeat(length) + "in;")));
            inputs.add(fine(
                    length + " expression lambdas",
                    handler("Object o = (F) " + "a -> ".repeat(length) + "a;", "interface F { F f(F f); }")));
        }
        inputs.add(fine("500 else-ifs", handler("if (in == null) {}" + " else if (in.isEmpty()) {}".repeat(500))));
        inputs.add(fine("1,000 conditions in one", handler("boolean b = true" + " && in == null".repeat(1_000) + ";")));
        inputs.add(fine("500 ternaries", handler("int x = " + "in == null ? 1 : ".repeat(500) + "2;")));
        inputs.add(refused(
                "3,000 else-ifs",
                handler("if (in == null) {}" + " else if (in.isEmpty()) {}".repeat(3_000)),
                5,
                BRANCHES));
        inputs.add(fine("100,000 numbers in one sum", handler("int x = 0" + "+1".repeat(100_000) + ";")));
        inputs.add(fine(
                "1,000 field accesses", handler("Object o = this" + ".next".repeat(1_000) + ";", "Hostile next;")));
        inputs.add(fine(
                "200 array accesses",
                handler("Object o = a" + "[0]".repeat(200) + ";", "Object" + "[]".repeat(200) + " a;")));
        inputs.add(fine("1,000 ifs without braces", handler("if (in == null) ".repeat(1_000) + ";")));
        inputs.add(
                refused("1,000 loops without braces", handler("while (in == null) ".repeat(1_000) + ";"), 5, BRANCHES));
        inputs.add(fine("100 loops without braces", handler("while (in == null) ".repeat(100) + ";")));
        inputs.add(fine(
                "1,000 labels",
                handler(IntStream.range(0, 1_000).mapToObj(i -> "l" + i + ": ").collect(Collectors.joining()) + ";")));
        return inputs;
    }

    private static List<HostileInput> declarations() {
        return List.of(
                fine("200 classes in classes", handler("", nested(200, "static class C { ", "int x;", "}"))),
                refused(
                        "1,000 classes in classes",
                        handler("", nested(1_000, "static class C { ", "int x;", "}")),
                        0,
                        DEEP),
                fine(
                        "100 type arguments in type arguments",
                        handler("", nested(100, "java.util.List<", "String", ">") + " x;")),
                fine(
                        "1,000 type arguments in type arguments",
                        handler("", nested(1_000, "java.util.List<", "String", ">") + " x;")),
                fine("255 dimensions", handler("", "int" + "[]".repeat(255) + " x;")),
                fine("2,000 annotations on a field", handler("", "@Deprecated ".repeat(2_000) + "int x;")),
                fine("60 local classes in local classes", handler(nested(60, "class L { void m() { ", ";", "} }"))),
                refused(
                        "60 anonymous classes in each other",
                        handler(nested(60, "new Object() { void m() { ", ";", "} };")),
                        0,
                        DEEP),
                fine(
                        "8 anonymous classes in each other",
                        handler(nested(8, "new Object() { void m() { ", ";", "} };"))));
    }

    private static List<HostileInput> lambdas() {
        List<HostileInput> inputs = new ArrayList<>();
        for (int depth : new int[] {9, 20, 50, 1_000}) {
            inputs.add(refused(
                    depth + " lambdas with blocks", handler(nested(depth, "run(() -> {", ";", "});"), RUN), 0, DEEP));
            inputs.add(refused(
                    depth + " broken lambdas with blocks",
                    handler(nested(depth, "run(() -> {", "int = ;", "});"), RUN),
                    0,
                    DEEP));
        }
        inputs.add(fine("7 lambdas with blocks", handler(nested(7, "run(() -> {", ";", "});"), RUN)));
        inputs.add(refused(
                "6 broken lambdas with blocks",
                handler(nested(6, "run(() -> {", "int = ;", "});"), RUN),
                6,
                "cannot be parsed"));
        inputs.add(fine("6 child contexts in each other", handler(children(6))));
        inputs.add(refused("12 child contexts in each other", handler(children(12)), 0, DEEP));
        inputs.add(fine(
                "8 overloaded lambdas in each other", handler(nested(8, "o(x -> ", "\"\"", ")") + ";", OVERLOADS)));
        inputs.add(fine(
                "30 switch expressions in each other",
                handler("int x = " + nested(30, "switch (in) { case \"a\" -> 1; default -> ", "2;", "};"))));
        return inputs;
    }

    private static final String RUN = "void run(Runnable r) {}";

    private static final String OVERLOADS = "String o(java.util.function.Function<String, String> f) { return null; }\n"
            + "String o(java.util.function.UnaryOperator<Integer> f) { return null; }\n"
            + "String o(java.util.function.Supplier<String> f) { return null; }\n"
            + "String o(java.util.concurrent.Callable<String> f) { return null; }";

    private static String children(int depth) {
        String code = "";
        for (int i = 0; i < depth; i++) {
            code = "c" + i + ".runInChildContext(\"c" + i + "\", String.class, c" + (i + 1) + " -> { " + code
                    + " return \"\"; });";
        }
        return "DurableContext c" + depth + " = ctx; " + code;
    }

    private static List<HostileInput> others() {
        return List.of(
                fine("100 tries", handler(nested(100, "try {", ";", "} finally {}"))),
                fine("100 synchronized blocks", handler(nested(100, "synchronized (this) {", ";", "}"))),
                fine(
                        "100 loops",
                        handler(nested(
                                100, "for (int i = 0; i < 2; i++) {", "ctx.step(\"a\", String.class, s -> in);", "}"))),
                fine("100 switches", handler(nested(100, "switch (in) { default:", ";", "}"))),
                fine("100 do-whiles", handler(nested(100, "do {", ";", "} while (in == null);"))),
                fine(
                        "30 record patterns",
                        handler(
                                "if ((Object) in instanceof " + nested(30, "R(", "var x", ")") + ") {}",
                                "record R(Object o) {}")),
                fine(
                        "80 conditional arguments",
                        handler(
                                "String t = " + nested(80, "f(in == null ? in : ", "in", ")") + ";",
                                "String f(String s) { return s; }")),
                fine("60 generic calls", handler("Object o = " + nested(60, "java.util.List.of(", "1", ")") + ";")),
                fine(
                        "25 streams",
                        handler("Object o = " + nested(25, "java.util.stream.Stream.of(1).map(x -> ", "1", ")")
                                + ";")));
    }
}
