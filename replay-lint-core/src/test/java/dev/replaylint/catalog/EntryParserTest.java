package dev.replaylint.catalog;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
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
            io-write a.b.C#send sometimes               | `sometimes` does not go with `io-write`; it takes [before, key, when, writes]
            io-write a.b.C#send key:Idempotency-Key     | `Idempotency-Key` is no key; write a setter such as `clientToken`
            io-write a.b.C#send key:entries/            | `` is no key; write a setter
            io-write a.b.C#send key:unset=token         | `unset` is no kind of key; write `filled`, `condition` or `header`
            io-write a.b.C#send key:header=X:Y          | `X:Y` is no header; write its name
            io-write a.b.C#send key:token,none          | `none` stands beside other keys; write `key:none` alone
            io-write a.b.C#send when:method=            | `method=` names no call; write a method's name
            io-write a.b.C#send when:a.b                | `a.b` names no call; write a method's name
            io-write a.b.C#send before:body             | `before` takes one word; write `before:code`
            thread a.b.C#send if:receiver               | `if` takes the position of one argument, from 0; write `if:1`
            thread a.b.C#send if:0,1                    | `if` takes the position of one argument, from 0; write `if:1`
            idempotent a.b.C#send key:token             | does not go with `idempotent`; end the line
            idempotent **#send                          | would match in every package
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
    void readsPlacesOfKeys() {
        List<String> lines = List.of(
                "io-write a.b.C#send key:token,filled=requestId,header=Idempotency-Key,condition=onlyIf,2",
                "io-write a.b.C#sendAll key:entries/message/id",
                "io-write a.b.C#pay key:Options#key",
                "io-write a.b.C#mail key:none",
                "io-write a.b.C#post");
        List<CatalogEntry<?>> entries = Catalog.empty().with(lines, "mine").entries();

        assertThat(entries.get(0).keys())
                .containsExactly(
                        new KeyPlace.Setter(Optional.empty(), List.of(), "token", false),
                        new KeyPlace.Setter(Optional.empty(), List.of(), "requestId", true),
                        new KeyPlace.Header("Idempotency-Key"),
                        new KeyPlace.Condition("onlyIf"),
                        new KeyPlace.Argument(2))
                .inOrder();
        assertThat(entries.get(1).keys())
                .containsExactly(new KeyPlace.Setter(Optional.empty(), List.of("entries", "message"), "id", false));
        assertThat(entries.get(2).keys())
                .containsExactly(new KeyPlace.Setter(Optional.of("Options"), List.of(), "key", false));
        assertThat(entries.get(0).isKeyless()).isFalse();
        assertThat(entries.get(3).keys()).isEmpty();
        assertThat(entries.get(3).isKeyless()).isTrue();
        assertThat(entries.get(4).isKeyless()).isFalse();
    }

    @Test
    void readsWhenKeysAreNeeded() {
        List<String> lines = List.of(
                "io-write a.b.C#send key:token when:POST,method=POST|PATCH",
                "io-write a.b.C#put key:token when:never",
                "io-write a.b.C#call key:token writes:POST,PUT",
                "io-write a.b.C#post key:token before:code");
        List<CatalogEntry<?>> entries = Catalog.bundled().with(lines, "mine").entries();
        List<CatalogEntry<?>> own = entries.subList(entries.size() - 4, entries.size());

        assertThat(own.get(0).needsKeyWhen())
                .hasValue(List.of(new Feature("POST", List.of()), new Feature("method", List.of("POST", "PATCH"))));
        assertThat(own.get(1).needsKeyWhen()).hasValue(List.of());
        assertThat(own.get(2).needsKeyWhen()).isEmpty();
        assertThat(own.get(2).writesWhen()).isPresent();
        assertThat(own.get(0).writesWhen()).isEmpty();
        assertThat(own.get(0).isBeforeCode()).isTrue();
    }

    @Test
    void onlyLinesThatSaySoGoBeforeTheCodeInBundledData() {
        EntryParser parser = new EntryParser(0);
        parser.read(List.of("io-write a.b.C#send", "io-write a.b.C#post before:code"), "bundled.txt");

        assertThat(parser.entries().get(0).isBeforeCode()).isFalse();
        assertThat(parser.entries().get(1).isBeforeCode()).isTrue();
    }

    @Test
    void findsWordsInTexts() {
        Feature counts = new Feature("updateExpression", List.of("ADD", "+", "list_append"));

        assertThat(counts.isIn("SET a = :b add points :n")).isTrue();
        assertThat(counts.isIn("SET orders = orders+:one")).isTrue();
        assertThat(counts.isIn("set a = list_append(a, :b)")).isTrue();
        assertThat(counts.isIn("SET address = :added")).isFalse();
        assertThat(new Feature("POST", List.of()).isIn("")).isTrue();
    }

    @Test
    void takesKeysInAnyClass() {
        Lookup lookup = Catalog.empty()
                .with(List.of("takes-key **#withToken", "takes-key **#*dempotencyKey from:1"), "mine")
                .lookup(new KnownTypes());

        assertThat(lookup.find(Delivery.class, Calls.call("x.y.Z#withToken(java.lang.String)"))
                        .orElseThrow()
                        .from())
                .containsExactly(Operand.argument(0));
        assertThat(lookup.find(Delivery.class, Calls.call("x.Y$Builder#setIdempotencyKey(int,java.lang.String)"))
                        .orElseThrow()
                        .from())
                .containsExactly(Operand.argument(1));
        assertThat(lookup.find(Delivery.class, Calls.call("x.y.Z#token(java.lang.String)")))
                .isEmpty();
    }

    @Test
    void settersOfKeysHaveTheUsualPrefixes() {
        KeyPlace.Setter token = new KeyPlace.Setter(Optional.empty(), List.of(), "token", false);

        assertThat(token.isNamed("token")).isTrue();
        assertThat(token.isNamed("setToken")).isTrue();
        assertThat(token.isNamed("withToken")).isTrue();
        assertThat(token.isNamed("getToken")).isFalse();
    }

    @Test
    void readsVaryingNames() {
        List<CatalogEntry<?>> entries = Catalog.empty()
                .with(List.of("environment a.b.C#env varying:TRACE,HOST"), "mine")
                .entries();

        assertThat(entries.get(0).varies("HOST")).isTrue();
        assertThat(entries.get(0).varies("HOME")).isFalse();
    }
}
