package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.rule.Finding;
import dev.replaylint.testing.Configurations;
import dev.replaylint.testing.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user says of methods whose code is at hand. */
final class OwnLinesTest {

    private static final String HANDLER = """
            package shop;
            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;
            @interface Effectful {}
            final class Bank {
                String pay(String order) { return order; }
                @Effectful String refund(String order) { return order; }
            }
            public class Shop extends DurableHandler<String, String> {
                private final Bank bank = new Bank();
                @Override public String handleRequest(String order, DurableContext ctx) {
                    ctx.step("pay", String.class, step -> bank.pay(order));
                    return ctx.step("refund", String.class, step -> bank.refund(order));
                }
            }
            """;

    private static final String REQUESTS = """
            package shop;
            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;
            interface Bank {
                String close(CloseRequest request);
            }
            record CloseRequest(String account, String token) {
                static Builder builder() { return new Builder(); }
                static final class Builder {
                    private String account;
                    private String token;
                    Builder account(String account) { this.account = account; return this; }
                    Builder token(String token) { this.token = token; return this; }
                    CloseRequest build() { return new CloseRequest(account, token); }
                }
            }
            public class Shop extends DurableHandler<String, String> {
                private final Bank bank;
                public Shop(Bank bank) { this.bank = bank; }
                @Override public String handleRequest(String order, DurableContext ctx) {
                    ctx.step("given", String.class, step ->
                            bank.close(CloseRequest.builder().account("a").token(order).build()));
                    return ctx.step("by-position", String.class, step -> bank.close(new CloseRequest("a", order)));
                }
                void badly(String order, DurableContext ctx) {
                    ctx.step("missing", String.class, step ->
                            bank.close(CloseRequest.builder().account("a").build()));
                    ctx.step("shared", String.class, step -> bank.close(CloseRequest.builder().token("t").build()));
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void theCodeSpeaksForItself() throws IOException {
        assertThat(found()).containsExactly("missing-idempotency-key 13");
    }

    @Test
    void ownLinesGoBeforeTheCode() throws IOException {
        assertThat(found("io-write shop.Bank#pay key:none"))
                .containsExactly("missing-idempotency-key 12", "missing-idempotency-key 13");
    }

    @Test
    void ownLinesGoBeforeAnnotations() throws IOException {
        assertThat(found("pure shop.Bank#*")).isEmpty();
    }

    @Test
    void whatMayBeRepeatedNeedsNoKey() throws IOException {
        assertThat(found("idempotent shop.Bank#refund")).isEmpty();
    }

    @Test
    void ownBuildersAreGivenKeys() throws IOException {
        assertThat(findings(REQUESTS, "io-write shop.Bank#close key:token"))
                .containsExactly("missing-idempotency-key 27", "unstable-idempotency-key 28");
    }

    private List<String> found(String... effects) throws IOException {
        return findings(HANDLER, effects);
    }

    private List<String> findings(String handler, String... effects) throws IOException {
        Path file = directory.resolve("shop/Shop.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, handler);
        Configuration configuration = Configurations.effects(effects);
        return new ReplayLint(configuration)
                        .analyze(new ReplayLint.Sources(
                                List.of(directory), List.of(), Fixtures.classPath(), StandardCharsets.UTF_8))
                        .report()
                        .findings()
                        .stream()
                        .map(OwnLinesTest::text)
                        .toList();
    }

    private static String text(Finding finding) {
        return finding.rule() + " " + finding.location().line();
    }
}
