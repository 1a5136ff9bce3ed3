package dev.replaylint.catalog;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            klock a.b.C#now()                           | unknown fact `klock`; write one of
            clock                                       | names no call; write a pattern
            clock C#now()                               | `C` has no package; write the full binary name
            clock a.b.C#now(String)                     | `String` is no parameter type; write a primitive type or a full erased name
            clock a.b.C#now(java.util.List<X>)          | is no parameter type
            clock a.b.C#now(int                         | is not closed; end it with `)`
            clock a.b.C#now(int, long)                  | is not closed; end it with `)`
            clock a.b.C#get*(int)                       | has a wildcard and parameter types
            clock a.b.C#                                | is no member name; write a method name
            clock a.b.C#<clinit>                        | is no member name
            clock a.b.C#get**                           | one `*` is enough
            clock a.b.**#now                            | has no members; name a class, as in `a.b.*#name`
            clock *.Clock#now                           | would match in every package
            clock **.Clock#now                          | would match in every package
            clock a..C#now                              | is no class name; write a full binary name
            clock a.b.C#now from:first                  | `first` is no operand; write `receiver`, `arguments` or the position
            clock a.b.C#now from:                       | has no value; write it as `from:value`
            clock a.b.C#now from:0 from:1               | `from` stands twice; join the values with commas
            clock a.b.C#now key:token                   | `key:token` does not go with `clock`; it takes [from]
            log a.b.C#info from:0                       | does not go with `log`; end the line
            order-free a.b.C#size into:0                | does not go with `order-free`; end the line
            mutates a.b.C#add into:0,1                  | `into` names several operands; name one
            mutable a.b.C#add                           | speaks of types; leave out `#add`
            io-write annotated:org.x.FeignClient        | is no annotation; write its simple name
            io-write a.b.C#send sometimes               | `sometimes` does not go with `io-write`; it takes [key]
            """)
    void saysWhatIsWrongAndWhatToWriteInstead(String line, String message) {
        CatalogException wrong = assertThrows(
                CatalogException.class, () -> Catalog.empty().with(List.of("# first", line), "replay-lint.yml"));

        assertThat(wrong.problems()).hasSize(1);
        assertThat(wrong).hasMessageThat().startsWith("replay-lint.yml:2: ");
        assertThat(wrong).hasMessageThat().contains(message);
    }

    @Test
    void namesEveryWrongLineAtOnce() {
        List<String> lines = List.of("clock C#now", "log a.b.C#info", "", "noise a.b.C");

        CatalogException wrong =
                assertThrows(CatalogException.class, () -> Catalog.empty().with(lines, "mine"));

        assertThat(wrong.problems().stream().map(p -> p.line()).toList())
                .containsExactly(1, 4)
                .inOrder();
    }

    @Test
    void refusesTwoFactsOfOneFacetForOnePattern() {
        List<String> lines = List.of("clock a.b.C#now()", "random a.b.C#now()");

        CatalogException wrong =
                assertThrows(CatalogException.class, () -> Catalog.empty().with(lines, "mine"));

        assertThat(wrong).hasMessageThat().startsWith("mine:2: ");
        assertThat(wrong).hasMessageThat().contains("already has an entry of this facet at mine:1; keep one of them");
    }

    @Test
    void acceptsFactsOfSeveralFacetsForOnePattern() {
        List<String> lines = List.of("io-read a.b.C#list", "unordered a.b.C#list", "shape a.b.C#list");

        assertThat(Catalog.empty().with(lines, "mine").entries()).hasSize(3);
    }

    @Test
    void acceptsOneLineInTwoLayers() {
        Catalog first = Catalog.empty().with(List.of("clock a.b.C#now"), "one");

        assertThat(first.with(List.of("clock a.b.C#now"), "two").entries()).hasSize(2);
    }

    @Test
    void fillsInTheOperandsThatAFacetAssumes() {
        List<String> lines = List.of(
                "carries-order a.b.C#stream",
                "mutates a.b.C#add",
                "clock a.b.C#now",
                "calls-elsewhere a.b.C#submit",
                "mutates a.b.C#clear from:nothing");
        List<CatalogEntry<?>> entries = Catalog.empty().with(lines, "mine").entries();

        assertThat(entries.get(0).from()).containsExactly(Operand.RECEIVER);
        assertThat(entries.get(0).into()).isEqualTo(Operand.RESULT);
        assertThat(entries.get(1).from()).containsExactly(Operand.ARGUMENTS);
        assertThat(entries.get(1).into()).isEqualTo(Operand.RECEIVER);
        assertThat(entries.get(2).from()).isEmpty();
        assertThat(entries.get(3).from()).containsExactly(Operand.ARGUMENTS);
        assertThat(entries.get(4).from()).isEmpty();
    }

    @Test
    void readsKeysAndVaryingNames() {
        List<String> lines = List.of(
                "io-write a.b.C#send key:token,Idempotency-Key",
                "io-write a.b.C#mail key:none",
                "io-write a.b.C#post",
                "environment a.b.C#env varying:TRACE,HOST");
        List<CatalogEntry<?>> entries = Catalog.empty().with(lines, "mine").entries();

        assertThat(entries.get(0).keys())
                .containsExactly("token", "Idempotency-Key")
                .inOrder();
        assertThat(entries.get(0).isKeyless()).isFalse();
        assertThat(entries.get(1).keys()).isEmpty();
        assertThat(entries.get(1).isKeyless()).isTrue();
        assertThat(entries.get(2).isKeyless()).isFalse();
        assertThat(entries.get(3).varies("HOST")).isTrue();
        assertThat(entries.get(3).varies("HOME")).isFalse();
    }
}
