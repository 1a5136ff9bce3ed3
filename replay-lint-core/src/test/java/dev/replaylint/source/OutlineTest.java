package dev.replaylint.source;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTest {

    @Test
    void namesThePackageAndTheTopLevelClasses() {
        Outline outline =
                Outline.of("package a.b; class C { class D {} } enum E { X } record F(int i) {} @interface G {}");

        assertThat(outline.packageName()).isEqualTo("a.b");
        assertThat(outline.topLevel()).containsExactly("C", "E", "F", "G");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class A extends B {}                                      | B",
                "class A implements B, C<D> {}                             | B",
                "class A implements B, C<D> {}                             | C",
                "class A { Object f = new B() { }; }                       | B",
                "class A { Object f = new B<>(x, g(y)) { }; }              | B",
                "class A { Object f = new B<C<D>, E>() { int i; }; }       | B",
                "class A { Object f = new b.c.B(new C()) { }; }            | B",
                "class A { Object f = new C(new B() { }); }                | B",
                "class A { Object f = new C() /* and */ { }; }             | C",
                "enum A { X { } }                                          | A",
            })
    void mentionsWhatClassesMayExtend(String text, String name) {
        assertThat(Outline.of(text).mentioned()).contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class A { Object f = new B(); }                           | B",
                "class A { void m() { if (x == new B(y)) { } } }           | B",
                "class A { A() { this(new B()); } void m() { } }           | B",
                "class A { int[] f = new int[] {1}; B[] g = new B[] {b}; } | B",
                "class A { Object f = b -> new B(); { } }                  | B",
                "class A { Object f = \"new B() {\"; }                   | B",
            })
    void doesNotMentionWhatIsOnlyMade(String text, String name) {
        assertThat(Outline.of(text).mentioned()).doesNotContain(name);
    }
}
