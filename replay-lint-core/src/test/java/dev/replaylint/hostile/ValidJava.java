package dev.replaylint.hostile;

import static dev.replaylint.hostile.Hostile.WORDS;
import static dev.replaylint.hostile.Hostile.handler;
import static dev.replaylint.hostile.Hostile.seen;
import static dev.replaylint.hostile.HostileInput.fine;

import java.util.List;
import java.util.stream.Stream;

/** Java that is new, rare, or both, and code of which not everything is there. */
final class ValidJava {

    private ValidJava() {}

    static List<HostileInput> all() {
        return HostileInput.all(local(), recent(), rare(), files(), meaningless());
    }

    private static List<HostileInput> local() {
        return List.of(
                fine(
                        "an enum in a method",
                        handler("enum E { A, B } E e = E.A; switch (e) { case A -> {} case B -> {} }")),
                fine(
                        "an enum with code in a method",
                        handler(
                                "enum E implements Runnable { A { public void run() {} }; public void run() {} } E.A.run();")),
                fine(
                        "enums in lambdas and blocks",
                        handler("{ enum E { A } } Runnable r = () -> { enum F { B } F.B.name(); };")),
                fine(
                        "an enum behind a label of a switch",
                        handler("switch (in) { case \"a\": enum E { A } break; default: }")),
                fine(
                        "a record in a method",
                        handler("record R(int x) { R { if (x < 0) throw new RuntimeException(); } } new R(1).x();")),
                fine(
                        "an interface in a method",
                        handler("interface I { default int x() { return 1; } } new I() {}.x();")),
                fine(
                        "a class in a method that has the name of its class",
                        handler("class Hostile2 { Hostile2 next; } new Hostile2();")));
    }

    private static List<HostileInput> recent() {
        return Stream.of(
                        "if ((Object) in instanceof String s && !s.isEmpty()) {}",
                        "int x = switch (in) { case \"a\", \"b\" -> 1; case \"c\" -> { yield 2; } default -> throw new RuntimeException(); };",
                        "Object o = switch ((Object) in) { case null -> 1; case String s when s.isEmpty() -> 2; case Integer _ -> 3; default -> 4; };",
                        "if ((Object) in instanceof P(P(var a, var b), Object _)) {}",
                        "for (var _ : java.util.List.of(1)) {}",
                        "try { } catch (RuntimeException _) {}",
                        "java.util.function.BiFunction<Integer, Integer, Integer> f = (_, _) -> 1;",
                        "var t = \"\"\"\n  a \\\n  \"b\" \\\"\"\"\n  \"\"\";",
                        "var list = new java.util.ArrayList<>() {{ add(1); }};",
                        "java.util.function.Function<String, String> f = (@Deprecated final var s) -> s;",
                        "Runnable r = (Runnable & java.io.Serializable) () -> {};",
                        "int yield1 = 1; int record = 2; int sealed = 3; int permits = 4; int when = 5;",
                        "if ((Object) in instanceof final String s) {}",
                        "int[] a[] = {{1}}, b = {2}; a[0][0]++;",
                        "label: for (;;) { break label; }",
                        "assert in != null : in;",
                        "Object o = int[].class; Object p = void.class;",
                        "this.<String>g(in);",
                        "Object o = Hostile.super.toString();",
                        "long l = 0x1F_FFL + 0b1 + 017 + '\\177'; double d = 0x1.8p1 + 1e-3f;")
                .map(code -> fine(
                        "the statement " + code.lines().findFirst().orElseThrow(),
                        handler(code, "record P(Object a, Object b) {} <T> T g(T t) { return t; }")))
                .toList();
    }

    private static List<HostileInput> rare() {
        return List.of(
                fine(
                        "sealed classes",
                        handler(
                                "",
                                "sealed interface S permits A, B {} record A() implements S {} non-sealed interface B extends S {}")),
                fine(
                        "a constructor that does something first",
                        handler(
                                "",
                                "static class C { C(int x) { if (x < 0) { throw new RuntimeException(); } super(); } }")),
                fine("a receiver parameter", handler("", "void m(Hostile this, int x) {}")),
                fine("dimensions behind the parameters", handler("", "int m()[] { return null; }")),
                fine("annotations on types", handler("", "java.util.@A List<@A String @A []> x; @interface A {}")),
                fine(
                        "an interface with private and static methods",
                        handler("", "interface I { private int a() { return 1; } static int b() { return 2; } }")),
                fine("initializers of both kinds", handler("", "static { int x = 1; } { int y = 2; }")),
                fine(
                        "an annotation with defaults",
                        handler(
                                "",
                                "@interface A { int[] value() default {1, 2}; Class<?> c() default Object.class; }")),
                fine("comments in Markdown", handler("", "/// *text* {@code x}\n/// more\nint x;")),
                fine("semicolons everywhere", handler(";;;", ";;; int x;;;;")),
                fine(
                        "a field and a method and a class of one name",
                        handler("x(); x = 1; new x();", "int x; void x() {} class x {}")));
    }

    private static List<HostileInput> files() {
        return List.of(
                fine("a compact file", seen("void main() { IO.println(\"x\"); }")),
                fine("an import of a module", seen("import module java.base; class A { List<String> l; }")),
                fine(
                        "several classes in the unnamed package",
                        seen("class A {} interface B {} enum C {} record D() {} @interface E {}")),
                fine(
                        "a module",
                        root -> HostileInput.write(
                                root,
                                "module-info.java",
                                seen("open module a.b { requires static java.sql; exports x to y; uses z.Z; provides p.P with q.Q; }")
                                        .getBytes())),
                fine(
                        "a package",
                        root -> HostileInput.write(
                                root,
                                "hostile/package-info.java",
                                seen("@Deprecated package hostile;").getBytes())),
                fine("a file whose package is another one", seen("package other.place; public class Hostile {}")),
                fine("a file whose class has another name", seen("package hostile; public class Other {}")),
                fine("imports and nothing else", "import " + WORDS + ".DurableContext;"),
                fine("a copy of the SDK's context", seen("package " + WORDS + "; public interface DurableContext {}")),
                fine(
                        "preview of patterns of primitive types",
                        handler("int x = switch (in.length()) { case int i when i > 1 -> i; default -> 0; };")));
    }

    /** What compiles nowhere, but can be parsed. */
    private static List<HostileInput> meaningless() {
        return List.of(
                fine("a class that extends itself", handler("new C().m();", "static class C extends C { }")),
                fine(
                        "classes that extend each other",
                        handler("new C().m();", "static class C extends D {} static class D extends C {}")),
                fine(
                        "interfaces that extend each other",
                        handler("I i = null; i.m();", "interface I extends J {} interface J extends I {}")),
                fine(
                        "a class that extends its member",
                        handler("new C().m();", "static class C extends C.D { static class D {} }")),
                fine(
                        "a handler that extends itself",
                        handler("").replace("extends DurableHandler<String, String>", "extends Hostile")),
                fine(
                        "handlers that extend each other",
                        seen("package hostile; class A extends B { void m(" + WORDS
                                + ".DurableContext c) { n(c); } } class B extends A { }")),
                fine("a variable that is its own value", handler("var x = x; int y = y + y; var z = () -> z;")),
                fine("variables that are each other", handler("var x = y; var y = x; x.m(y);")),
                fine(
                        "constants that are each other",
                        handler(
                                "ctx.step(A, String.class, s -> in);",
                                "static final String A = B + \"a\"; static final String B = A + \"b\";")),
                fine(
                        "type variables that bound each other",
                        handler("", "<T extends U, U extends T> T m(T t) { return t.x(); }")),
                fine(
                        "a type variable that bounds itself",
                        handler(
                                "m(null);",
                                "<T extends T> T m(T t) { return t; } <E extends Comparable<E>> E n(E e) { return e; }")),
                fine(
                        "generics that grow",
                        handler(
                                "",
                                "static class C<T> extends D<C<C<T>>> {} static class D<T> { T t; } C<C<String>> c;")),
                fine(
                        "types that are not there",
                        handler(
                                "Missing m = new Missing(); m.x().y(z -> z.a(), Foo::bar);",
                                "Gone g() { return null; }")),
                fine(
                        "a supertype that is not there",
                        handler("").replace("DurableHandler<String, String>", "Nowhere<String>")),
                fine(
                        "imports that are not there",
                        handler("thing(); Thing.x();")
                                .replaceFirst("\n", "\nimport no.such.Thing; import static no.such.Other.*;\n")),
                fine(
                        "methods that call each other",
                        handler(
                                "a(ctx);",
                                "void a(DurableContext c) { b(c); c.step(\"a\", String.class, s -> \"\"); } void b(DurableContext c) { a(c); }")),
                fine("a lambda that calls itself", handler("r.run();", "Runnable r = () -> this.r.run();")),
                fine("a method of one name twice", handler("m();", "void m() {} void m() {} int m() { return 1; }")),
                fine("a variable twice", handler("int a = 1; int a = 2; String a = \"\"; a.trim();")),
                fine(
                        "a class twice in one file",
                        handler("new C().m();", "static class C {} static class C { void m() {} }")),
                fine(
                        "operations on nothing",
                        handler(
                                "DurableContext c = null; c.step(null, null, null); c.step(); ctx.step(\"a\"); ctx.map();")),
                fine(
                        "arguments that make no sense",
                        handler(
                                "ctx.step(ctx, ctx, ctx); ctx.runInChildContext(1, 2, 3); ctx.wait(\"a\", \"b\"); ctx.parallel(x -> y -> z);")),
                fine("returns and breaks in wrong places", handler("break; continue; return; yield 1;")),
                fine(
                        "code behind a return",
                        handler("if (true) { return in; ctx.step(\"a\", String.class, s -> in); }")),
                fine(
                        "a constructor that calls itself",
                        handler("new C(1);", "static class C { C(int x) { this(x); } }")),
                fine(
                        "a field of an object whose constructors call each other",
                        handler(
                                "ctx.step(\"a\" + new C(1).f, String.class, s -> in);",
                                "static class C { String f; C(int x) { this(\"\"); } C(String s) { this(1); f = s; } }")),
                fine("an annotation of itself", handler("", "@A @interface A { A value() default @A; }")),
                fine("a record of itself", handler("new R(null).r();", "record R(R r) { R { new R(r); } }")),
                fine(
                        "an enum of itself",
                        handler(
                                "E.A.e.run();",
                                "enum E { A(E.B), B(E.A); final E e; E(E e) { this.e = e; } void run() { e.run(); } }")),
                fine(
                        "a switch without a selector's type",
                        handler("switch (nothing) { case A -> {} case B, C -> {} default -> {} }")),
                fine(
                        "a static import of itself",
                        handler("m();", "static void m() { m(); }")
                                .replaceFirst("\n", "\nimport static hostile.Hostile.*;\n")));
    }
}
