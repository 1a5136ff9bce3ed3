package dev.replaylint.hostile;

import static dev.replaylint.hostile.Hostile.handler;
import static dev.replaylint.hostile.Hostile.seen;
import static dev.replaylint.hostile.HostileInput.fine;
import static dev.replaylint.hostile.HostileInput.refused;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Much of one thing. */
final class Sizes {

    private static final String LARGE = "is larger than 2 MB";

    private Sizes() {}

    static List<HostileInput> all() {
        return HostileInput.all(files(), code());
    }

    private static List<HostileInput> files() {
        return List.of(
                fine("nothing", ""),
                fine("only spaces", " ".repeat(10_000)),
                fine("only a comment", seen("")),
                refused("a comment of 20 MB", seen("/*" + "x".repeat(20 << 20) + "*/ class A {}"), 0, LARGE),
                refused("a text of 3 MB", seen("class A { String s = \"" + "x".repeat(3 << 20) + "\"; }"), 0, LARGE),
                refused("fields of 3 MB", seen("class A {" + "int x;\n".repeat(450_000) + "}"), 0, LARGE),
                fine("a line of a megabyte", seen("class A { /*" + " x".repeat(500_000) + "*/ }")),
                fine("10,000 line comments in a body", handler("// comment\n".repeat(10_000))),
                fine("20,000 block comments in a body", handler("/* comment */ ".repeat(20_000))),
                fine("200,000 empty lines", handler("\n".repeat(200_000))),
                fine("a package with 500 parts", seen("package " + "a.".repeat(500) + "b; class A {}")));
    }

    private static List<HostileInput> code() {
        return List.of(
                fine(
                        "2,000 methods",
                        handler("", many(2_000, i -> "void m" + i + "() { m" + (i + 1) % 2_000 + "(); }\n"))),
                fine(
                        "2,000 methods that the handler calls",
                        handler("m0();", many(2_000, i -> "void m" + i + "() { m" + (i + 1) % 2_000 + "(); }\n"))),
                fine("5,000 fields", handler("", many(5_000, i -> "static int f" + i + " = " + i + ";\n"))),
                fine("1,000 classes", handler("", many(1_000, i -> "static class C" + i + " {}\n"))),
                fine(
                        "500 classes that extend each other",
                        handler(
                                "new C499().m();",
                                "static class C0 { void m() {} }"
                                        + many(499, i -> "static class C" + (i + 1) + " extends C" + i + " {}\n"))),
                fine(
                        "500 implementations of an interface",
                        handler(
                                "I i = null; i.m();",
                                "interface I { void m(); }"
                                        + many(
                                                500,
                                                i -> "static class C" + i + " implements I { public void m() {} }\n"))),
                fine(
                        "200 overloads",
                        handler(
                                "o(1);",
                                many(
                                        200,
                                        i -> "void o(" + "int i,".repeat(i).replaceAll("(\\w+) i,", "$1 i,")
                                                + "int last) {}\n"))),
                fine("255 parameters", handler("", "void m(" + many(254, i -> "int p" + i + ", ") + "int last) {}")),
                fine(
                        "a switch of 2,000 texts",
                        handler("switch (in) {" + many(2_000, i -> "case \"c" + i + "\": break;\n") + "}")),
                fine(
                        "a switch of 1,000 arrows with operations",
                        handler("switch (in) {"
                                + many(
                                        1_000,
                                        i -> "case \"c" + i + "\" -> ctx.step(\"s" + i
                                                + "\", String.class, s -> in);\n")
                                + "default -> {} }")),
                fine("an array of 100,000 numbers", handler("int[] a = {" + "1,".repeat(100_000) + "};")),
                fine(
                        "2,000 tries in a row",
                        handler("try { in.trim(); } catch (RuntimeException e) { in.trim(); }\n".repeat(2_000))),
                fine(
                        "300 variables and as many sums of them",
                        handler(many(
                                300,
                                i -> "int v" + i + " = " + (i == 0 ? "1" : "v" + (i - 1) + " + v" + (i - 1)) + ";\n"))),
                fine(
                        "a text that doubles 60 times",
                        handler("String t = in;\n" + "t = t + t;\n".repeat(60)
                                + "ctx.step(t, String.class, s -> in);")),
                fine(
                        "a constant that doubles 60 times",
                        handler(
                                "ctx.step(C60, String.class, s -> in);",
                                "static final String C0 = \"a\";"
                                        + many(
                                                60,
                                                i -> "static final String C" + (i + 1) + " = C" + i + " + C" + i
                                                        + ";\n"))),
                fine(
                        "500 operations in a row",
                        handler(many(500, i -> "ctx.step(\"s" + i + "\", String.class, s -> in);\n"))),
                fine(
                        "20 helpers that double the operations",
                        handler(
                                "h0(ctx);",
                                many(
                                                20,
                                                i -> "void h" + i + "(DurableContext c) { h" + (i + 1) + "(c); h"
                                                        + (i + 1) + "(c); }\n")
                                        + "void h20(DurableContext c) { c.step(\"s\", String.class, s -> \"\"); }")),
                fine(
                        "20 doubling branches around operations",
                        handler(many(
                                20,
                                i -> "if (in.length() > " + i + ") { ctx.step(\"a" + i
                                        + "\", String.class, s -> in); } else { ctx.step(\"b" + i
                                        + "\", String.class, s -> in); }\n"))),
                fine("1,000 imports", seen("") + many(1_000, i -> "import a.b.C" + i + ";\n") + "class A { C1 c; }"),
                fine("500 star imports", seen("") + many(500, i -> "import a" + i + ".*;\n") + "class A { Foo f; }"),
                fine(
                        "1,000 type parameters",
                        handler("", "static class G<" + many(999, i -> "T" + i + ", ") + "T> {}")),
                fine(
                        "1,000 supertypes",
                        handler("", "static class G implements " + many(999, i -> "I" + i + ", ") + "I {}")),
                fine(
                        "a record of 250 parts",
                        handler("", "record R(" + many(249, i -> "int p" + i + ", ") + "int last) {}")),
                fine("an enum of 2,000 constants", handler("", "enum E { " + many(2_000, i -> "E" + i + ", ") + "}")),
                fine(
                        "1,000 lambdas in a row",
                        handler(many(1_000, i -> "r(() -> in.trim());\n"), "void r(Runnable r) {}")),
                fine(
                        "200 anonymous classes in a row",
                        handler(many(200, i -> "new Object() { void m() { in.trim(); } }.m();\n"))));
    }

    private static String many(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }
}
