package dev.replaylint.catalog;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static dev.replaylint.catalog.Calls.call;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the bundled data says of single calls, from tables: {@code keyword call [from:… into:…]}, {@code -} for nothing.
 */
class ExpectationsTest {

    private static final Lookup LOOKUP = Catalog.bundled().lookup(libraryTypes());

    @ParameterizedTest
    @MethodSource("effects")
    void effectOf(String line) {
        check(line, LOOKUP.find(Effect.class, call(word(line, 1))));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void noEffectOf(String line) {
        assertWithMessage(line)
                .that(LOOKUP.find(Effect.class, call(line))
                        .map(CatalogEntry::fact)
                        .orElse(Effect.PURE))
                .isEqualTo(Effect.PURE);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void orderOf(String line) {
        check(line, LOOKUP.find(Order.class, call(word(line, 1))));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void flowOf(String line) {
        check(line, LOOKUP.find(Flow.class, call(word(line, 1))));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void functionsOf(String line) {
        check(line, LOOKUP.find(Functions.class, call(word(line, 1))));
    }

    @ParameterizedTest
    @MethodSource("types")
    void typeOf(String line) {
        check(line, LOOKUP.type(word(line, 1)));
    }

    @Test
    void theTablesAreLongEnoughToMeanSomething() {
        assertThat(effects().count()).isAtLeast(150);
        assertThat(harmless().count()).isAtLeast(60);
    }

    @Test
    void variablesOfTheRuntimeVary() {
        CatalogEntry<Effect> getenv = LOOKUP.find(Effect.class, call("java.lang.System#getenv(java.lang.String)"))
                .orElseThrow();

        assertThat(getenv.varies("_X_AMZN_TRACE_ID")).isTrue();
        assertThat(getenv.varies("AWS_SESSION_TOKEN")).isTrue();
        assertThat(getenv.varies("TABLE_NAME")).isFalse();
    }

    @Test
    void keysOfWritesAreKnown() {
        String dynamo = "software.amazon.awssdk.services.dynamodb.DynamoDbClient#transactWriteItems(java.lang.Object)";

        assertThat(LOOKUP.find(Effect.class, call(dynamo)).orElseThrow().keys())
                .containsExactly(new KeyPlace.Setter(Optional.empty(), List.of(), "clientRequestToken", true));
        assertThat(LOOKUP.find(Effect.class, call("org.springframework.mail.MailSender#send"))
                        .orElseThrow()
                        .isKeyless())
                .isTrue();
    }

    private static void check(String line, Optional<? extends CatalogEntry<?>> entry) {
        String said = entry.map(e -> e.fact().keyword()).orElse("-");
        assertWithMessage(line).that(said).isEqualTo(word(line, 0));
        List<String> qualifiers = List.of(line.split("\\s+"));
        for (String qualifier : qualifiers.subList(2, qualifiers.size())) {
            assertWithMessage(line).that(qualifiers(entry.orElseThrow())).contains(qualifier);
        }
    }

    private static List<String> qualifiers(CatalogEntry<?> entry) {
        String from =
                String.join(",", entry.from().stream().map(Operand::toString).toList());
        return List.of("from:" + from, "into:" + entry.into());
    }

    private static KnownTypes libraryTypes() {
        return new KnownTypes()
                .extending("shop.OrderRepository", "org.springframework.data.jpa.repository.JpaRepository")
                .extending(
                        "org.springframework.data.jpa.repository.JpaRepository",
                        "org.springframework.data.repository.ListCrudRepository")
                .extending(
                        "org.springframework.data.repository.ListCrudRepository",
                        "org.springframework.data.repository.CrudRepository")
                .extending(
                        "org.springframework.data.repository.CrudRepository",
                        "org.springframework.data.repository.Repository")
                .extending("shop.PaymentGrpc$PaymentBlockingStub", "io.grpc.stub.AbstractBlockingStub")
                .extending("io.grpc.stub.AbstractBlockingStub", "io.grpc.stub.AbstractStub")
                .extending(
                        "org.apache.kafka.clients.producer.KafkaProducer", "org.apache.kafka.clients.producer.Producer")
                .extending("org.apache.http.impl.client.CloseableHttpClient", "org.apache.http.client.HttpClient")
                .extending("org.apache.log4j.Logger", "org.apache.log4j.Category")
                .extending(
                        "com.amazonaws.services.dynamodbv2.AmazonDynamoDBClient",
                        "com.amazonaws.services.dynamodbv2.AmazonDynamoDB")
                .extending("com.google.common.collect.ImmutableList", "com.google.common.collect.ImmutableCollection")
                .extending("com.google.common.collect.ImmutableCollection", "java.util.AbstractCollection")
                .extending("com.google.common.cache.LoadingCache", "com.google.common.cache.Cache")
                .extending("com.twilio.rest.api.v2010.account.MessageCreator", "com.twilio.base.Creator")
                .annotating("shop.StockClient", "FeignClient")
                .annotating("shop.OrderMapper#byId", "Select")
                .annotating("shop.OrderMapper#save", "Insert");
    }

    static Stream<String> effects() {
        return table("expected-effects.txt");
    }

    static Stream<String> harmless() {
        return table("expected-harmless.txt");
    }

    static Stream<String> orders() {
        return table("expected-orders.txt");
    }

    static Stream<String> flows() {
        return table("expected-flows.txt");
    }

    static Stream<String> functions() {
        return table("expected-functions.txt");
    }

    static Stream<String> types() {
        return table("expected-types.txt");
    }

    private static String word(String line, int index) {
        return line.split("\\s+")[index];
    }

    private static Stream<String> table(String name) {
        try (InputStream file = ExpectationsTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
