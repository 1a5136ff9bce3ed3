package dev.replaylint.bytecode;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.JavaType.WildcardType;
import dev.replaylint.program.type.MethodHeader;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

final class HeaderReaderTest {

    private static final String SOURCE = """
            package p;
            import java.lang.annotation.*;
            import java.util.*;
            import java.util.function.*;

            @Marked class Outer<T extends Comparable<T>> {
                static final String NAME = "step";
                final long limit = 1L << 40;
                static final char LETTER = 'x';
                static final byte SMALL = 3;
                static final boolean ON = true;
                static final String COMPUTED = String.valueOf(1);
                @Deprecated T value;
                class Mid {
                    class Inner<U extends T> {
                        T first; U second; Outer<T>.Mid middle;
                        Inner(List<U> list) {}
                        Inner(int plain) {}
                    }
                    Mid(T t) {}
                    Mid() {}
                }
                static class Nested<T> { T own; Nested(int a, String... rest) {} }
                interface Callback { void call(); }
                @Marked @Deprecated void marked() {}
                <A extends T, B extends List<? super A>> Map<A, ? extends B[]> bounds(A a, B b, List<?> any) {
                    return null;
                }
                <R> Object local(R r) {
                    int captured = r.hashCode();
                    class Local { R held; T outer; int c() { return captured; } Local(String s) {} }
                    record Pair<R>(R left) {}
                    new Pair<>(r);
                    return new Supplier<R>() { R kept; public R get() { return new Local("").held; } };
                }
                static Object inStatic(int n) {
                    class Counter { int get() { return n; } Counter(int start) {} }
                    return new Counter(1);
                }
            }
            @Retention(RetentionPolicy.CLASS) @interface Marked { int value() default 1; }
            enum Colour {
                RED("r") { String shown() { return "red"; } }, BLUE(List.of("b"));
                Colour(String s) {}
                Colour(List<String> s) {}
                String shown() { return ""; }
            }
            record Point<N extends Number>(N x, int... rest) { Point { } }
            class Text implements Comparable<Text> { public int compareTo(Text t) { return 0; } }
            """;

    @TempDir
    private Path temp;

    @Test
    void kindsAndNamesAreThoseOfTheLanguage() throws IOException {
        ClassFileIndex index = compiled();
        assertThat(find(index, "p.Outer").kind()).isEqualTo(ClassKind.CLASS);
        assertThat(find(index, "p.Marked").kind()).isEqualTo(ClassKind.ANNOTATION);
        assertThat(find(index, "p.Outer$Callback").kind()).isEqualTo(ClassKind.INTERFACE);
        assertThat(find(index, "p.Colour").kind()).isEqualTo(ClassKind.ENUM);
        assertThat(find(index, "p.Point").kind()).isEqualTo(ClassKind.RECORD);
        assertThat(find(index, "java.lang.Enum").kind()).isEqualTo(ClassKind.CLASS);
        assertThat(find(index, "java.lang.Record").kind()).isEqualTo(ClassKind.CLASS);
        ClassHeader entry = find(index, "java.util.Map$Entry");
        assertThat(entry.simpleName()).isEqualTo("Entry");
        assertThat(entry.outer()).hasValue("java.util.Map");
        assertThat(entry.superclass()).isEmpty();
        assertThat(Modifier.isStatic(entry.flags())).isTrue();
        assertThat(find(index, "java.util.Map").memberClasses()).contains("java.util.Map$Entry");
        assertThat(find(index, "java.lang.Object").supertypes()).isEmpty();
    }

    @Test
    void theClassOfAnEnumConstantIsNoEnum() throws IOException {
        ClassHeader constant = find(compiled(), "p.Colour$1");
        assertThat(constant.kind()).isEqualTo(ClassKind.CLASS);
        assertThat(constant.simpleName()).isEmpty();
        assertThat(constant.superclass()).hasValue(new ClassType("p.Colour"));
    }

    @Test
    void localAndAnonymousClassesAreNoMembers() throws IOException {
        ClassFileIndex index = compiled();
        ClassHeader local = find(index, "p.Outer$1Local");
        assertThat(local.simpleName()).isEqualTo("Local");
        assertThat(local.outer()).isEmpty();
        assertThat(find(index, "p.Outer$1").simpleName()).isEmpty();
        assertThat(find(index, "p.Outer$1").outer()).isEmpty();
        assertThat(find(index, "p.Outer").memberClasses())
                .containsExactly("p.Outer$Callback", "p.Outer$Mid", "p.Outer$Nested");
    }

    @Test
    void membersOfMapEntryAreGeneric() {
        ClassHeader entry = find(ofPlatform(), "java.util.Map$Entry");
        assertThat(names(entry.typeParameters())).containsExactly("K", "V").inOrder();
        assertThat(method(entry, "getKey", "()Ljava/lang/Object;").result())
                .isSameInstanceAs(entry.typeParameters().get(0));
        MethodHeader comparing = method(entry, "comparingByKey", "()Ljava/util/Comparator;");
        TypeVariable k = comparing.typeParameters().get(0);
        assertThat(k).isNotSameInstanceAs(entry.typeParameters().get(0));
        assertThat(k.bounds())
                .containsExactly(
                        new ClassType("java.lang.Comparable", List.of(new WildcardType(WildcardType.Bound.SUPER, k))));
        TypeVariable v = comparing.typeParameters().get(1);
        assertThat(comparing.result())
                .isEqualTo(new ClassType(
                        "java.util.Comparator", List.of(new ClassType("java.util.Map$Entry", List.of(k, v)))));
    }

    @Test
    void groupingByHasItsThreeOverloads() {
        List<MethodHeader> overloads = find(ofPlatform(), "java.util.stream.Collectors").methods().stream()
                .filter(m -> m.name().equals("groupingBy"))
                .sorted(Comparator.comparingInt(m -> m.parameters().size()))
                .toList();
        assertThat(overloads).hasSize(3);
        MethodHeader largest = overloads.get(2);
        assertThat(names(largest.typeParameters()))
                .containsExactly("T", "K", "D", "A", "M")
                .inOrder();
        TypeVariable m = largest.typeParameters().get(4);
        assertThat(m.bounds())
                .containsExactly(new ClassType(
                        "java.util.Map",
                        List.of(
                                largest.typeParameters().get(1),
                                largest.typeParameters().get(2))));
        assertThat(largest.parameters().get(1)).isEqualTo(new ClassType("java.util.function.Supplier", List.of(m)));
        assertThat(largest.isStatic()).isTrue();
    }

    @Test
    void theBoundOfEnumNamesItself() {
        TypeVariable e = find(ofPlatform(), "java.lang.Enum").typeParameters().get(0);
        assertThat(e.bounds()).containsExactly(new ClassType("java.lang.Enum", List.of(e)));
    }

    @Test
    void innerClassesSeeTheVariablesOfAllEnclosingClasses() throws IOException {
        ClassFileIndex index = compiled();
        TypeVariable t = find(index, "p.Outer").typeParameters().get(0);
        ClassHeader inner = find(index, "p.Outer$Mid$Inner");
        TypeVariable u = inner.typeParameters().get(0);
        assertThat(field(inner, "first").type()).isSameInstanceAs(t);
        assertThat(field(inner, "second").type()).isSameInstanceAs(u);
        assertThat(u.bounds()).containsExactly(t);
        assertThat(field(inner, "middle").type()).isEqualTo(new ClassType("p.Outer$Mid"));
    }

    @Test
    void staticNestedClassesHaveTheirOwnVariablesOnly() throws IOException {
        ClassFileIndex index = compiled();
        ClassHeader nested = find(index, "p.Outer$Nested");
        assertThat(field(nested, "own").type())
                .isSameInstanceAs(nested.typeParameters().get(0));
        ClassHeader pair = find(index, "p.Outer$1Pair");
        assertThat(field(pair, "left").type())
                .isSameInstanceAs(pair.typeParameters().get(0));
    }

    @Test
    void localClassesSeeTheVariablesOfTheirMethod() throws IOException {
        ClassFileIndex index = compiled();
        ClassHeader outer = find(index, "p.Outer");
        TypeVariable r = method(outer, "local").typeParameters().get(0);
        ClassHeader local = find(index, "p.Outer$1Local");
        assertThat(field(local, "held").type()).isSameInstanceAs(r);
        assertThat(field(local, "outer").type())
                .isSameInstanceAs(outer.typeParameters().get(0));
        ClassHeader anonymous = find(index, "p.Outer$1");
        assertThat(field(anonymous, "kept").type()).isSameInstanceAs(r);
        assertThat(anonymous.interfaces()).containsExactly(new ClassType("java.util.function.Supplier", List.of(r)));
    }

    @Test
    void boundsAndWildcardsAreKept() throws IOException {
        ClassHeader outer = find(compiled(), "p.Outer");
        MethodHeader method = method(outer, "bounds");
        TypeVariable a = method.typeParameters().get(0);
        TypeVariable b = method.typeParameters().get(1);
        assertThat(a.bounds()).containsExactly(outer.typeParameters().get(0));
        assertThat(b.bounds())
                .containsExactly(
                        new ClassType("java.util.List", List.of(new WildcardType(WildcardType.Bound.SUPER, a))));
        assertThat(method.result())
                .isEqualTo(new ClassType(
                        "java.util.Map", List.of(a, new WildcardType(WildcardType.Bound.EXTENDS, new ArrayType(b)))));
        assertThat(method.parameters().get(2))
                .isEqualTo(new ClassType(
                        "java.util.List", List.of(new WildcardType(WildcardType.Bound.EXTENDS, JavaType.OBJECT))));
    }

    @Test
    void constructorsHaveTheParametersOfTheirDeclaration() throws IOException {
        ClassFileIndex index = compiled();
        assertThat(constructors(index, "p.Outer$Mid"))
                .containsExactly("(Lp/Outer;)V", List.of(), "(Lp/Outer;Ljava/lang/Comparable;)V", List.of("T"));
        assertThat(constructors(index, "p.Outer$Mid$Inner"))
                .containsExactly(
                        "(Lp/Outer$Mid;I)V", List.of("int"), "(Lp/Outer$Mid;Ljava/util/List;)V", List.of("List"));
        assertThat(constructors(index, "p.Outer$Nested"))
                .containsExactly("(I[Ljava/lang/String;)V", List.of("int", "String[]"));
        assertThat(constructors(index, "p.Colour"))
                .containsExactly(
                        "(Ljava/lang/String;ILjava/lang/String;)V",
                        List.of("String"),
                        "(Ljava/lang/String;ILjava/util/List;)V",
                        List.of("List"));
        assertThat(constructors(index, "p.Point")).containsExactly("(Ljava/lang/Number;[I)V", List.of("N", "int[]"));
    }

    @Test
    void constructorsOfLocalClassesHaveNoCapturedVariables() throws IOException {
        ClassFileIndex index = compiled();
        assertThat(constructors(index, "p.Outer$1Local").values()).containsExactly(List.of("String"));
        assertThat(constructors(index, "p.Outer$1Counter").values()).containsExactly(List.of("int"));
    }

    @Test
    void varargsAreMarked() throws IOException {
        ClassFileIndex index = compiled();
        assertThat(method(find(index, "p.Point"), "<init>").isVarargs()).isTrue();
        assertThat(method(find(index, "p.Outer$Nested"), "<init>").isVarargs()).isTrue();
        ClassHeader arrays = find(index, "java.util.Arrays");
        assertThat(method(arrays, "asList").isVarargs()).isTrue();
        assertThat(method(arrays, "asList").parameters())
                .containsExactly(
                        new ArrayType(method(arrays, "asList").typeParameters().get(0)));
    }

    @Test
    void whatTheCompilerAddsIsLeftOut() throws IOException {
        ClassFileIndex index = compiled();
        assertThat(find(index, "p.Text").methods().stream().filter(m -> m.name().equals("compareTo")))
                .hasSize(1);
        assertThat(names(find(index, "p.Colour"))).containsNoneOf("<clinit>", "$values");
        assertThat(find(index, "p.Outer$1Local").fields().stream().map(FieldHeader::name))
                .containsExactly("held", "outer");
    }

    @Test
    void annotationsAreSimpleNames() throws IOException {
        ClassHeader outer = find(compiled(), "p.Outer");
        assertThat(outer.annotations()).containsExactly("Marked");
        assertThat(method(outer, "marked").annotations()).containsExactly("Marked", "Deprecated");
        assertThat(method(outer, "local").annotations()).isEmpty();
    }

    @Test
    void constantsHaveTheTypeOfTheirField() throws IOException {
        ClassHeader outer = find(compiled(), "p.Outer");
        assertThat(field(outer, "NAME").constant()).hasValue("step");
        assertThat(field(outer, "limit").constant()).hasValue(1L << 40);
        assertThat(field(outer, "LETTER").constant()).hasValue('x');
        assertThat(field(outer, "SMALL").constant()).hasValue(3);
        assertThat(field(outer, "ON").constant()).hasValue(true);
        assertThat(field(outer, "COMPUTED").constant()).isEmpty();
    }

    @Test
    void flagsAreThoseOfClassFiles() throws IOException {
        ClassFileIndex index = compiled();
        assertThat(field(find(index, "p.Outer"), "value").flags()).isEqualTo(0);
        assertThat(method(find(index, "p.Outer"), "marked").flags()).isEqualTo(0);
        assertThat(find(index, "p.Point").flags() & ~0xFFFF).isEqualTo(0);
    }

    @Test
    void aWrongSignatureGivesWayToTheDescriptor() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, 0, "a/A", "<T:La/Gone", "java/lang/Object", new String[] {"java/lang/Runnable"});
        writer.visitField(0, "field", "I", "Qnonsense;", null);
        writer.visitMethod(Opcodes.ACC_ABSTRACT, "cut", "(I)V", "(I", null);
        writer.visitMethod(Opcodes.ACC_ABSTRACT, "more", "(I)V", "(IJ)V", null);
        byte[] bytes = writer.toByteArray();
        ClassPath none = ClassPath.open(List.of());
        ClassHeader header = find(ClassFileIndex.of(none, n -> java.util.Optional.of(bytes)), "a.A");
        assertThat(header.typeParameters()).isEmpty();
        assertThat(header.interfaces()).containsExactly(new ClassType("java.lang.Runnable"));
        assertThat(field(header, "field").type()).isEqualTo(Primitive.INT);
        assertThat(method(header, "cut").parameters()).containsExactly(Primitive.INT);
        assertThat(method(header, "more").parameters()).containsExactly(Primitive.INT);
        assertThat(none.problems()).isEmpty();
    }

    /** Reflection is an independent reader of the same class files. */
    @Test
    void platformClassesHaveTheMembersThatReflectionSees() {
        ClassFileIndex index = ofPlatform();
        List<Class<?>> classes = List.of(
                java.util.HashMap.class,
                java.util.concurrent.CompletableFuture.class,
                java.util.stream.Stream.class,
                java.util.concurrent.TimeUnit.class,
                java.time.Duration.class,
                Thread.State.class,
                Map.Entry.class);
        for (Class<?> type : classes) {
            List<String> expected = Arrays.stream(type.getDeclaredMethods())
                    .filter(m -> !m.isSynthetic() && !m.isBridge())
                    .map(m -> m.getName()
                            + Arrays.toString(m.getTypeParameters())
                            + m.getParameterCount()
                            + m.isVarArgs())
                    .sorted()
                    .toList();
            List<String> actual = find(index, type.getName()).methods().stream()
                    .filter(m -> !m.isConstructor())
                    .map(m -> m.name() + m.typeParameters() + m.parameters().size() + m.isVarargs())
                    .sorted()
                    .toList();
            assertWithMessage(type.getName()).that(actual).isEqualTo(expected);
        }
    }

    private ClassFileIndex compiled() throws IOException {
        return ClassFileIndex.of(ClassPath.open(List.of(Compiled.classes(temp, SOURCE))));
    }

    private static ClassFileIndex ofPlatform() {
        return ClassFileIndex.of(ClassPath.open(List.of()));
    }

    private static ClassHeader find(ClassFileIndex index, String name) {
        return index.find(name).orElseThrow(() -> new AssertionError(name + " is missing"));
    }

    private static MethodHeader method(ClassHeader header, String name) {
        return header.methods().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static MethodHeader method(ClassHeader header, String name, String descriptor) {
        return header.methods().stream()
                .filter(m -> m.name().equals(name) && m.descriptor().equals(descriptor))
                .findFirst()
                .orElseThrow();
    }

    private static FieldHeader field(ClassHeader header, String name) {
        return header.fields().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<TypeVariable> variables) {
        return variables.stream().map(TypeVariable::name).toList();
    }

    private static List<String> names(ClassHeader header) {
        return header.methods().stream().map(MethodHeader::name).toList();
    }

    /** Declared parameter types, shortened, by descriptor. */
    private static Map<String, List<String>> constructors(ClassFileIndex index, String name) {
        return find(index, name).methods().stream()
                .filter(MethodHeader::isConstructor)
                .collect(java.util.stream.Collectors.toMap(
                        MethodHeader::descriptor,
                        m -> m.parameters().stream()
                                .map(HeaderReaderTest::shown)
                                .toList()));
    }

    private static String shown(JavaType type) {
        if (type instanceof ArrayType a) {
            return shown(a.element()) + "[]";
        }
        if (type instanceof ClassType c) {
            return c.name().substring(c.name().lastIndexOf('.') + 1);
        }
        return type instanceof Primitive p ? p.keyword() : type.toString();
    }
}
