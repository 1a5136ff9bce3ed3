package dev.replaylint.source.attribution;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class LombokTest {

    private static Attributed use(String declaration, String statements) {
        return new Attributed(
                "package p; import lombok.*; import java.util.*; " + declaration,
                "package p; class U { void m() { " + statements + " } }");
    }

    @Test
    void dataHasAccessorsAndAConstructorOfFinalFields() {
        Attributed code = use(
                "@Data class D { private final String id; private boolean isOpen; private int count; static int total; }",
                "D d = new D(\"x\"); d.getId().trim(); d.isOpen(); d.setCount(3); d.equals(d); d.toString();");

        assertThat(code.key("new D(\"x\")")).isEqualTo("p.D.<init>(Ljava/lang/String;)V");
        assertThat(code.key("d.getId().trim()")).isEqualTo("java.lang.String.trim()Ljava/lang/String;");
        assertThat(code.key("d.isOpen()")).isEqualTo("p.D.isOpen()Z");
        assertThat(code.key("d.setCount(3)")).isEqualTo("p.D.setCount(I)V");
        assertThat(code.key("d.equals(d)")).isEqualTo("p.D.equals(Ljava/lang/Object;)Z");
        assertThat(code.attribution().counts().assumed()).isEqualTo(0);
    }

    @Test
    void valueHasNoSettersButAllArguments() {
        Attributed code =
                use("@Value class V { String a; int b; }", "V v = new V(\"x\", 1); v.getA(); v.getB(); v.setA(\"y\");");

        assertThat(code.key("new V(\"x\", 1)")).isEqualTo("p.V.<init>(Ljava/lang/String;I)V");
        assertThat(code.key("v.getB()")).isEqualTo("p.V.getB()I");
        assertThat(code.resolved("v.setA(\"y\")").confidence()).isEqualTo(Confidence.ASSUMED);
    }

    @Test
    void accessorsMayBeFluentAndChained() {
        Attributed code = use(
                "@Getter @Setter @lombok.experimental.Accessors(fluent = true) class F { String name; @With int size; }",
                "F f = new F().name(\"x\").size(2); f.name().trim(); f.withSize(1).size();");

        assertThat(code.key("new F().name(\"x\").size(2)")).isEqualTo("p.F.size(I)Lp/F;");
        assertThat(code.key("f.name().trim()")).isEqualTo("java.lang.String.trim()Ljava/lang/String;");
        assertThat(code.key("f.withSize(1).size()")).isEqualTo("p.F.size()I");
    }

    @Test
    void buildersAreGenerated() {
        Attributed code = use(
                "@Builder(toBuilder = true, setterPrefix = \"with\") class B { String name; @Singular List<Integer> items; }",
                "B b = B.builder().withName(\"x\").item(1).withItems(null).build(); b.toBuilder().build();");

        assertThat(code.key("B.builder()")).isEqualTo("p.B.builder()Lp/B$BBuilder;");
        assertThat(code.key("B.builder().withName(\"x\").item(1)"))
                .isEqualTo("p.B$BBuilder.item(Ljava/lang/Integer;)Lp/B$BBuilder;");
        assertThat(code.key("b.toBuilder().build()")).isEqualTo("p.B$BBuilder.build()Lp/B;");
        assertThat(code.attribution().counts().assumed()).isEqualTo(0);
    }

    @Test
    void partlyWrittenAndInheritedBuildersAreCompleted() {
        Attributed code = use(
                "@Builder class B { String name; static class BBuilder { BBuilder twice() { return this; } } } @experimental.SuperBuilder class P { int x; } @experimental.SuperBuilder class Q extends P { int y; }",
                "B.builder().name(\"x\").twice().build(); Q.builder().x(1).y(2).build();");

        assertThat(code.key("B.builder().name(\"x\").twice().build()")).isEqualTo("p.B$BBuilder.build()Lp/B;");
        assertThat(code.key("Q.builder().x(1).y(2).build()")).isEqualTo("p.Q$QBuilder.build()Lp/Q;");
    }

    @Test
    void constructorsAreGenerated() {
        Attributed code = use(
                "@NoArgsConstructor @AllArgsConstructor(staticName = \"of\") class N { int a; final int b = 1; @NonNull String c; } @RequiredArgsConstructor class R { final N n; @NonNull String s; int i; }",
                "new N(); N.of(1, \"c\"); new R(null, \"s\");");

        assertThat(code.key("N.of(1, \"c\")")).isEqualTo("p.N.of(ILjava/lang/String;)Lp/N;");
        assertThat(code.key("new R(null, \"s\")")).isEqualTo("p.R.<init>(Lp/N;Ljava/lang/String;)V");
        assertThat(code.key("new N()")).isEqualTo("p.N.<init>()V");
    }

    @Test
    void loggersAndUtilityClassesAreKnown() {
        Attributed code = new Attributed(
                "package p; import lombok.extern.java.Log; @Log class L { void m() { log.info(\"x\"); val v = \"y\"; } }",
                "package p; @lombok.experimental.UtilityClass class T { int twice(int x) { return x * 2; } }",
                "package p; import lombok.extern.slf4j.Slf4j; @Slf4j class S { void m() { log.warn(\"x\", 1); } }");

        assertThat(code.key("log.info(\"x\")")).isEqualTo("java.util.logging.Logger.info(Ljava/lang/String;)V");
        assertThat(code.resolved("log.warn(\"x\", 1)").owner()).isEqualTo("org.slf4j.Logger");
        assertThat(code.attribution().header(code.method("twice")).isStatic()).isTrue();
    }
}
