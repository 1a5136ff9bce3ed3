package dev.replaylint.source.attribution;

import static com.google.common.truth.Truth.assertThat;

import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.Special;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static Attributed body(String statements) {
        return new Attributed("package p; import java.util.*; import java.util.function.*; class C { void m() { "
                + statements + " } }");
    }

    @Test
    void ownerIsTheReceiversStaticType() {
        Attributed code = body(
                "ArrayList<String> list = new ArrayList<>(); list.isEmpty(); list.containsAll(list); list.getClass();");

        assertThat(code.key("list.isEmpty()")).isEqualTo("java.util.ArrayList.isEmpty()Z");
        assertThat(code.key("list.containsAll(list)"))
                .isEqualTo("java.util.ArrayList.containsAll(Ljava/util/Collection;)Z");
        assertThat(code.resolved("list.containsAll(list)").method().owner()).isEqualTo("java.util.AbstractCollection");
        assertThat(code.key("list.getClass()")).isEqualTo("java.lang.Object.getClass()Ljava/lang/Class;");
    }

    @Test
    void ownerOfUnqualifiedCallsIsTheClassTheyAreFoundIn() {
        Attributed code = new Attributed("class Base { void inherited() {} static void shared() {} }", """
                class Outer extends Base {
                    void own() { inherited(); }
                    class Inner { void m() { inherited(); shared(); own(); } }
                }""");

        assertThat(code.key("own()")).isEqualTo("Outer.own()V");
        assertThat(code.key("inherited()")).isEqualTo("Outer.inherited()V");
        assertThat(code.key("shared()")).isEqualTo("Base.shared()V");
    }

    @Test
    void lambdaThatOnlyThrowsIsAnyFunction() {
        Attributed code = new Attributed("""
                import java.util.function.*;
                class C {
                    <T> T step(String name, Class<T> type, Function<String, T> body) { return body.apply(name); }
                    void m() { var x = step("n", Integer.class, s -> { throw new IllegalStateException(s.trim()); }); x.intValue(); }
                }""");

        assertThat(code.key("x.intValue()")).isEqualTo("java.lang.Integer.intValue()I");
        assertThat(code.key("s.trim()")).isEqualTo("java.lang.String.trim()Ljava/lang/String;");
    }

    @Test
    void castOfMethodReferenceIsNoReferenceToMethodOfCast() {
        Attributed code = body("Object o = (Supplier<String>) \"x\"::trim;");

        assertThat(code.key("(Supplier<String>) \"x\"::trim")).isEqualTo("java.lang.String.trim()Ljava/lang/String;");
        FunctionType function = code.attribution()
                .function(code.expression("(Supplier<String>) \"x\"::trim"))
                .orElseThrow();
        assertThat(function.interfaceName()).isEqualTo("java.util.function.Supplier");
    }

    @Test
    void functionHasInferredTypesAndDeclaredDescriptor() {
        Attributed code = body(
                "Map<String, List<Integer>> map = new HashMap<>(); map.computeIfAbsent(\"k\", k -> new ArrayList<>()).add(1);");

        FunctionType function = code.attribution()
                .function(code.expression("k -> new ArrayList<>()"))
                .orElseThrow();

        assertThat(function.methodName()).isEqualTo("apply");
        assertThat(function.descriptor()).isEqualTo("(Ljava/lang/Object;)Ljava/lang/Object;");
        assertThat(function.parameters()).containsExactly(JavaType.STRING);
        assertThat(function.result().descriptor()).isEqualTo("Ljava/util/List;");
    }

    @Test
    void unboundReceiverAndVarargsAreTold() {
        Attributed code = body(
                "Function<String, Integer> f = String::length; String.format(\"%s\", 1, 2); Function<String, String> g = \"x\"::concat;");

        assertThat(code.resolved("String::length").unboundReceiver()).isTrue();
        assertThat(code.resolved("\"x\"::concat").unboundReceiver()).isFalse();
        assertThat(code.resolved("String.format(\"%s\", 1, 2)").varargsCall()).isTrue();
    }

    @Test
    void fieldsTypesAndLocalsAreToldApart() {
        Attributed code = new Attributed(
                "class C { static final String NAME = \"a\" + 1; int[] all; void m(String local) { use(NAME, all.length, C.NAME, local, Integer.MAX_VALUE); } void use(Object... o) {} }");
        Attribution attribution = code.attribution();

        FieldRef name = attribution.field(code.expression("NAME")).orElseThrow();
        assertThat(name.owner()).isEqualTo("C");
        assertThat(name.isStatic()).isTrue();
        assertThat(name.constant()).hasValue("a1");
        assertThat(attribution.field(code.expression("all.length"))).isEmpty();
        assertThat(attribution.field(code.expression("local"))).isEmpty();
        assertThat(attribution.denotesType(code.expression("Integer"))).isTrue();
        assertThat(attribution.typeName(code.expression("Integer"))).hasValue("java.lang.Integer");
        assertThat(attribution
                        .field(code.expression("Integer.MAX_VALUE"))
                        .orElseThrow()
                        .constant())
                .hasValue(Integer.MAX_VALUE);
    }

    @Test
    void classesInBodiesAreNumberedLikeJavac() {
        Attributed code = new Attributed("""
                class Outer {
                    Object a = new Object() { Object b = new Object() {}; };
                    class Inner { Object c = new Object() {}; }
                    void m() { class Local {} record Local2() {} Object d = new Object() {}; }
                    void n() { class Local {} }
                }""");
        Attribution attribution = code.attribution();

        assertThat(attribution.className(code.first(
                        ObjectCreationExpr.class,
                        code.expression("new Object() {\n\n    Object b = new Object() {\n    };\n}")
                                .toString())))
                .isEqualTo("Outer$1");
        assertThat(code.types().find("Outer$1$1")).isPresent();
        assertThat(code.types().find("Outer$Inner$1")).isPresent();
        assertThat(code.types().find("Outer$1Local")).isPresent();
        assertThat(code.types().find("Outer$2Local")).isPresent();
        assertThat(code.types().find("Outer$1Local2")).isPresent();
        assertThat(code.types().find("Outer$2")).isPresent();
        assertThat(code.types().declaration("Outer$Inner")).isPresent();
    }

    @Test
    void constructorDescriptorsHaveWhatTheCompilerAdds() {
        Attributed code = new Attributed(
                "class C { class Inner { Inner(int x) {} } enum E { A(1); E(int x) {} } record R(String s) {} void m() { new Inner(1); } }");
        Attribution attribution = code.attribution();

        assertThat(code.key("new Inner(1)")).isEqualTo("C$Inner.<init>(LC;I)V");
        EnumConstantDeclaration constant = code.first(EnumConstantDeclaration.class, "A(1)");
        assertThat(attribution.resolved(constant).orElseThrow().method().descriptor())
                .isEqualTo("(Ljava/lang/String;II)V");
        assertThat(attribution
                        .header(code.first(ConstructorDeclaration.class, "Inner(int x) {\n}"))
                        .descriptor())
                .isEqualTo("(LC;I)V");
        RecordDeclaration record = code.first(RecordDeclaration.class, "record R(String s) {\n}");
        assertThat(attribution.canonicalConstructor(record).descriptor()).isEqualTo("(Ljava/lang/String;)V");
    }

    @Test
    void declaredTypeKnowsTheScopeOfANode() {
        Attributed code = new Attributed(
                "class C<A> { <B extends Number> void m(B b, A a, Map.Entry<A, B> e) { } interface Map { interface Entry<X, Y> {} } }");
        Parameter first = code.first(Parameter.class, "B b");
        Parameter third = code.first(Parameter.class, "Map.Entry<A, B> e");

        assertThat(code.attribution().declaredType(first.getType(), first).descriptor())
                .isEqualTo("Ljava/lang/Number;");
        assertThat(code.attribution().declaredType(third.getType(), third).descriptor())
                .isEqualTo("LC$Map$Entry;");
    }

    @Test
    void missingClassesAreAssumedByTheirNames() {
        Attributed code = new Attributed(
                "package p; import com.acme.Client; import com.acme.Outer.Inner; class C { Client client; void m(Inner i) { client.send(\"x\", 1).get(); Client.create(); new Inner(2); unknown.call(); } }");

        Resolved send = code.resolved("client.send(\"x\", 1)");
        assertThat(send.confidence()).isEqualTo(Confidence.ASSUMED);
        assertThat(send.owner()).isEqualTo("com.acme.Client");
        assertThat(send.method().descriptor()).isEqualTo("(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
        assertThat(code.resolved("Client.create()").method().isStatic()).isTrue();
        assertThat(code.key("new Inner(2)")).isEqualTo("com.acme.Outer$Inner.<init>(Ljava/lang/Object;)V");
        assertThat(code.attribution().resolved(code.expression("unknown.call()")))
                .isEmpty();
        assertThat(code.attribution().counts()).isEqualTo(new Counts(0, 3, 2));
    }

    @Test
    void methodsOfMissingSuperclassesAreAssumedInTheClass() {
        Attributed code =
                new Attributed("import com.acme.Base; class C extends Base { void m() { inherited(1); toString(); } }");

        assertThat(code.resolved("inherited(1)").owner()).isEqualTo("C");
        assertThat(code.resolved("inherited(1)").confidence()).isEqualTo(Confidence.ASSUMED);
        assertThat(code.key("toString()")).isEqualTo("java.lang.Object.toString()Ljava/lang/String;");
    }

    @Test
    void circularInheritanceIsSurvived() {
        Attributed code = new Attributed(
                "class A extends B { void m() { foo(); new A().n(1); } } class B extends A { } class C extends C.D { class D {} void k() { k(); } } interface I<T extends T> extends I<I<T>> { default void z(T t) { t.q(); z(t); } }");

        assertThat(code.key("k()")).isEqualTo("C.k()V");
        assertThat(code.attribution().failures()).isEmpty();
    }

    @Test
    void patternVariablesAreInScopeWhereTheyAreBound() {
        Attributed code = new Attributed("""
                class C {
                    Integer x;
                    void m(Object o) {
                        if (o instanceof String x && x.isEmpty()) { x.trim(); }
                        x.intValue();
                        if (!(o instanceof Long y)) { return; }
                        y.longValue();
                    }
                }""");

        assertThat(code.key("x.trim()")).isEqualTo("java.lang.String.trim()Ljava/lang/String;");
        assertThat(code.key("x.intValue()")).isEqualTo("java.lang.Integer.intValue()I");
        assertThat(code.key("y.longValue()")).isEqualTo("java.lang.Long.longValue()J");
    }

    @Test
    void laterSyntaxIsAttributedOnAnyPlatform() {
        Attributed code = new Attributed("""
                import module java.base;
                record Box<T>(T value, List<T> more) {}
                class C {
                    C(int x) { int y = Math.abs(x); this(String.valueOf(y)); }
                    C(String s) {}
                    String m(Object o, Box<String> box) {
                        return switch (o) {
                            case Box(Integer i, var rest) when i.intValue() > 0 -> rest.toString();
                            case String s -> s.trim();
                            default -> box instanceof Box(var v, _) ? v.strip() : "";
                        };
                    }
                }""");

        assertThat(code.key("i.intValue()")).isEqualTo("java.lang.Integer.intValue()I");
        assertThat(code.key("s.trim()")).isEqualTo("java.lang.String.trim()Ljava/lang/String;");
        assertThat(code.key("v.strip()")).isEqualTo("java.lang.String.strip()Ljava/lang/String;");
        assertThat(code.key("Math.abs(x)")).isEqualTo("java.lang.Math.abs(I)I");
    }

    @Test
    void typesOfSpecialExpressions() {
        Attributed code = body(
                "Object o = null; int[] a = {1}; var c = a.clone(); boolean b = a.length > 1 ? true : false; Runnable r = () -> { };");

        assertThat(code.type("null")).isEqualTo(Special.NULL);
        assertThat(code.type("a.clone()")).isEqualTo(new JavaType.ArrayType(Primitive.INT));
        assertThat(code.type("a.length")).isEqualTo(Primitive.INT);
        assertThat(code.type("() -> {\n}")).isEqualTo(new ClassType("java.lang.Runnable"));
    }

    @Test
    void forgettingDropsAllResults() {
        Attributed code = body("\"x\".trim();");

        code.attribution().forget();

        assertThat(code.attribution().resolved(code.expression("\"x\".trim()"))).isEmpty();
        assertThat(code.type("\"x\"")).isEqualTo(Special.UNKNOWN);
    }

    @Test
    void nestedLambdasTakeLinearTime() {
        StringBuilder nested = new StringBuilder("\"x\"");
        for (int i = 0; i < 60; i++) {
            nested.insert(0, "f(a" + i + " -> ").append(")");
        }
        Attributed code = new Attributed(
                "import java.util.function.*; class C { <T> T f(Function<String, T> g) { return g.apply(\"\"); } <T> T f(Supplier<T> g) { return g.get(); } Object m() { return "
                        + nested + "; } }");

        assertThat(code.attribution().counts().resolved()).isEqualTo(62);
    }
}
