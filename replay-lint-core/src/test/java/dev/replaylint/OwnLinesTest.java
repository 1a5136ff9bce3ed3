package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.rule.Finding;
import dev.replaylint.testing.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    private List<String> found(String... effects) throws IOException {
        Path file = directory.resolve("shop/Shop.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, HANDLER);
        Configuration configuration =
                new Configuration(Map.of(), List.of(), List.of(), List.of(effects), ManifestSettings.defaults());
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
