package dev.replaylint.hostile;

import static dev.replaylint.hostile.Hostile.handler;
import static dev.replaylint.hostile.Hostile.seen;
import static dev.replaylint.hostile.HostileInput.fine;
import static dev.replaylint.hostile.HostileInput.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Text that is no Java, or was. */
final class BrokenSyntax {

    private static final String NOT_PARSED = "cannot be parsed";

    private BrokenSyntax() {}

    static List<HostileInput> all() {
        return HostileInput.all(statements(), files(), cutOff());
    }

    /** On line 6 of a handler. */
    private static List<HostileInput> statements() {
        return Stream.of(
                        "String s = \"not closed;",
                        "char c = '';",
                        "char c = 'ab';",
                        "int x = 1 }",
                        "int = 1;",
                        "int x = ;",
                        "int x = 09z;",
                        "int x = 1 +* 2;",
                        "if in == null {}",
                        "for (;;;) {}",
                        "x = = 1;",
                        "switch (in) { case -> 1; }",
                        "try ) }",
                        "ctx.step(\"a\", String.class, s -> );",
                        "ctx.step(\"a\", String.class, s -> in;",
                        "ctx..step(\"a\");",
                        "@interface X {}}",
                        "goto end;",
                        "val x = 1;;; fun f() {}",
                        "String s = \"\\q\";",
                        "<<<<<<< HEAD",
                        "#ifdef DEBUG",
                        "import java.util.List;",
                        "package a;",
                        "else {}",
                        "catch (Exception e) {}",
                        "new int[];;)",
                        "String t = STR.\"a \\{in}\";",
                        "\u00A7",
                        "`a`;")
                .map(s -> refusedAt6(s))
                .toList();
    }

    private static HostileInput refusedAt6(String statement) {
        return refused("the statement " + statement, handler(statement), 6, NOT_PARSED);
    }

    private static List<HostileInput> files() {
        return List.of(
                refused("a comment that is not closed", seen("class A { /* }"), 1, NOT_PARSED),
                refused("a text block that is not closed", seen("class A { String s = \"\"\"\n a"), 2, NOT_PARSED),
                refused("a class that is not closed", seen("class A {"), 1, NOT_PARSED),
                refused("a class that is closed twice", seen("class A { }}"), 1, NOT_PARSED),
                refused("a class without a name", seen("class { }"), 1, NOT_PARSED),
                refused(
                        "an enum in a method that is not closed",
                        handler("enum E { A, B;"),
                        HostileInput.ANY_LINE,
                        NOT_PARSED),
                refused(
                        "two enums of one name in one class",
                        handler("enum E { A } { enum E { B } }"),
                        6,
                        "has two enums `E`"),
                refused("JSON", seen("{\"a\": [1, 2]}"), 0, NOT_PARSED),
                refused("XML", seen("<project><a/></project>"), 1, NOT_PARSED),
                refused("Markdown", seen("# Title\n\n* one\n* two"), 1, NOT_PARSED),
                refused("Kotlin", seen("fun main() { println(\"x\") }"), 1, NOT_PARSED),
                refused("Scala", seen("object A extends App { def f(x: Int) = x }"), 1, NOT_PARSED),
                refused("Groovy", seen("class A { def x = [1, 2]; def y() { x.each { it } } }"), 1, NOT_PARSED),
                refused("a template", seen("package ${package}; class A {}"), 0, NOT_PARSED),
                refused(
                        "a pointer to a large file",
                        "version https://git-lfs.github.com/spec/v1 " + Hostile.WORDS,
                        1,
                        NOT_PARSED),
                refused(
                        "5,000 errors",
                        seen("class A { void m() {" + "int = 1; ".repeat(5_000) + "} }"),
                        1,
                        NOT_PARSED),
                refused("10,000 semicolons in brackets", handler("f(" + ";".repeat(10_000) + ")"), 6, NOT_PARSED),
                refused("100,000 quotes", seen("class A { String s = " + "\"".repeat(100_001) + "; }"), 1, NOT_PARSED),
                refused("only operators", seen("+-*/%&|^~!<>=?:"), 0, NOT_PARSED));
    }

    /** A handler that ends too early. */
    private static List<HostileInput> cutOff() {
        String whole = handler("ctx.step(\"a\", String.class, s -> in);");
        List<HostileInput> inputs = new ArrayList<>();
        int from = whole.indexOf("public class");
        for (int i = 1; i < 10; i++) {
            int end = from + i * (whole.length() - from - 4) / 10;
            inputs.add(fine("a handler cut off behind " + i + " tenths", whole.substring(0, end)));
        }
        return inputs.stream()
                .map(i -> i.refused(HostileInput.FILE, HostileInput.ANY_LINE, NOT_PARSED))
                .toList();
    }
}
