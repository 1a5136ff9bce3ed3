package dev.replaylint.catalog;

import static com.google.common.truth.Truth.assertThat;
import static dev.replaylint.catalog.Calls.call;

import dev.replaylint.program.MethodKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static final List<String> LADDER = List.of(
            "pure a.b.**",
            "io-read a.b.*Client",
            "io-write a.b.MailClient",
            "log a.b.MailClient#send*",
            "metric a.b.MailClient#sendAll",
            "clock a.b.MailClient#sendAll(int)");

    private final KnownTypes types = new KnownTypes();

    @Test
    void theMostSpecificPatternWins() {
        Catalog catalog = Catalog.empty().with(LADDER, "mine");

        assertThat(effect(catalog, "a.b.MailClient#sendAll(int)")).hasValue(Effect.CLOCK);
        assertThat(effect(catalog, "a.b.MailClient#sendAll(long)")).hasValue(Effect.METRIC);
        assertThat(effect(catalog, "a.b.MailClient#sendOne")).hasValue(Effect.LOG);
        assertThat(effect(catalog, "a.b.MailClient#other")).hasValue(Effect.IO_WRITE);
        assertThat(effect(catalog, "a.b.OtherClient#other")).hasValue(Effect.IO_READ);
        assertThat(effect(catalog, "a.b.c.Thing#other")).hasValue(Effect.PURE);
        assertThat(effect(catalog, "a.bc.Thing#other")).isEmpty();
    }

    @Test
    void specificityCountsMoreThanDistance() {
        Catalog catalog = Catalog.empty().with(List.of("log x.Base#run()", "clock x.Child#r*"), "mine");
        types.extending("x.Child", "x.Base");

        assertThat(effect(catalog, "x.Child#run")).hasValue(Effect.LOG);
        assertThat(effect(catalog, "x.Child#read")).hasValue(Effect.CLOCK);
    }

    @Test
    void theNearerSupertypeWinsAtEqualSpecificity() {
        Catalog catalog = Catalog.empty().with(List.of("log x.Far#run", "clock x.Near#run"), "mine");
        types.extending("x.Child", "x.Near").extending("x.Near", "x.Far");

        assertThat(effect(catalog, "x.Child#run")).hasValue(Effect.CLOCK);
        assertThat(effect(catalog, "x.Far#run")).hasValue(Effect.LOG);
    }

    @Test
    void theLongerGlobWinsInOneClass() {
        Catalog catalog =
                Catalog.empty().with(List.of("io-write x.C#*", "io-read x.C#get*", "pure x.C#getClient*"), "mine");

        assertThat(effect(catalog, "x.C#put")).hasValue(Effect.IO_WRITE);
        assertThat(effect(catalog, "x.C#getItem")).hasValue(Effect.IO_READ);
        assertThat(effect(catalog, "x.C#getClientName")).hasValue(Effect.PURE);
    }

    @Test
    void memberEntriesHoldForWhatSubtypesAdd() {
        Catalog catalog = Catalog.empty().with(List.of("io-read x.Repository#find*"), "mine");
        types.extending("shop.Orders", "x.Repository");

        assertThat(effect(catalog, "shop.Orders#findByCustomer(java.lang.String)"))
                .hasValue(Effect.IO_READ);
    }

    @Test
    void wholeTypeEntriesHoldInSubtypesOnlyForDeclaredMembers() {
        Catalog catalog = Catalog.empty().with(List.of("pure x.Template", "pure lib.**"), "mine");
        types.extending("shop.Mine", "x.Template", "lib.Listener")
                .declaring("x.Template", "render")
                .declaring("lib.Listener", "heard");

        assertThat(effect(catalog, "shop.Mine#render")).hasValue(Effect.PURE);
        assertThat(effect(catalog, "shop.Mine#heard")).hasValue(Effect.PURE);
        assertThat(effect(catalog, "shop.Mine#callTheBank")).isEmpty();
    }

    @Test
    void constructorsAreNeitherInheritedNorMeantByAStar() {
        Catalog catalog = Catalog.empty().with(List.of("io-write x.C#*", "clock x.C#<init>(int)"), "mine");
        types.extending("x.Child", "x.C");

        assertThat(effect(catalog, "x.C#<init>")).isEmpty();
        assertThat(effect(catalog, "x.C#<init>(int)")).hasValue(Effect.CLOCK);
        assertThat(effect(catalog, "x.Child#<init>(int)")).isEmpty();
    }

    @Test
    void nestedClassesAreNamedWithTheDollarSign() {
        Catalog catalog = Catalog.empty().with(List.of("clock x.C$D#now", "log x.*#info"), "mine");

        assertThat(effect(catalog, "x.C$D#now")).hasValue(Effect.CLOCK);
        assertThat(effect(catalog, "x.C#now")).isEmpty();
        assertThat(effect(catalog, "x.C$D#info")).isEmpty();
    }

    @Test
    void twoStarsStandForAnyNumberOfPackages() {
        Catalog catalog = Catalog.empty().with(List.of("io-write x.**.*Client#send"), "mine");

        assertThat(effect(catalog, "x.AClient#send")).hasValue(Effect.IO_WRITE);
        assertThat(effect(catalog, "x.y.z.AClient#send")).hasValue(Effect.IO_WRITE);
        assertThat(effect(catalog, "x.y.z.AClient$Builder#send")).isEmpty();
        assertThat(effect(catalog, "y.AClient#send")).isEmpty();
    }

    @Test
    void annotationsOnTheTypeOrTheMethodMatch() {
        Catalog catalog =
                Catalog.empty().with(List.of("io-write annotated:FeignClient#*", "thread annotated:Async#*"), "mine");
        types.annotating("shop.Payments", "FeignClient").annotating("shop.Mailer#later", "Async");

        assertThat(effect(catalog, "shop.Payments#charge(int)")).hasValue(Effect.IO_WRITE);
        assertThat(effect(catalog, "shop.Mailer#later")).hasValue(Effect.THREAD);
        assertThat(effect(catalog, "shop.Mailer#now")).isEmpty();
    }

    @Test
    void theUsersEntriesAreAskedFirst() {
        Catalog catalog = Catalog.bundled().with(List.of("pure shop.**", "none java.time.Instant#now()"), "mine");
        types.extending("shop.Orders", "org.springframework.data.repository.Repository");

        assertThat(effect(catalog, "shop.Orders#findAll")).hasValue(Effect.PURE);
        assertThat(effect(catalog, "java.time.Instant#now()")).isEmpty();
        assertThat(effect(Catalog.bundled(), "shop.Orders#findAll")).hasValue(Effect.IO_READ);
    }

    @Test
    void laterLinesOfTheUserAreAskedBeforeEarlierOnes() {
        Catalog catalog =
                Catalog.empty().with(List.of("clock x.C#now()"), "one").with(List.of("pure x.**"), "two");

        assertThat(effect(catalog, "x.C#now")).hasValue(Effect.PURE);
    }

    @Test
    void aLookupGivesTheSameAnswersAsTheCatalogue() {
        Catalog catalog = Catalog.bundled();
        Lookup lookup = catalog.lookup(types);

        for (String text : List.of("java.time.Instant#now", "java.util.ArrayList#size", "x.Unknown#size")) {
            assertThat(lookup.find(Effect.class, call(text))).isEqualTo(catalog.find(Effect.class, call(text), types));
            assertThat(lookup.find(Order.class, call(text))).isEqualTo(catalog.find(Order.class, call(text), types));
            assertThat(lookup.find(Flow.class, call(text))).isEqualTo(catalog.find(Flow.class, call(text), types));
            assertThat(lookup.find(Functions.class, call(text)))
                    .isEqualTo(catalog.find(Functions.class, call(text), types));
            assertThat(lookup.find(Order.class, call(text))).isEqualTo(lookup.find(Order.class, call(text)));
        }
        assertThat(lookup.isMutableType("java.util.ArrayList")).isTrue();
    }

    @Test
    void descriptorsThatAreNotKnownMatchByName() {
        Catalog catalog = Catalog.empty().with(List.of("log x.C#info", "clock x.C#now()"), "mine");
        MethodKey info = new MethodKey("x.C", "info", "");
        MethodKey now = new MethodKey("x.C", "now", "(Lx/Unknown;)V");

        assertThat(catalog.find(Effect.class, info, types).map(CatalogEntry::fact))
                .hasValue(Effect.LOG);
        assertThat(catalog.find(Effect.class, now, types)).isEmpty();
    }

    private Optional<Effect> effect(Catalog catalog, String text) {
        return catalog.find(Effect.class, call(text), types).map(CatalogEntry::fact);
    }
}
