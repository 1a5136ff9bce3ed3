package dev.replaylint.source;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.rule.Finding;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code hides nothing behind Unicode escapes (JLS 3.3). */
final class EscapedCodeTest {

    @Test
    void escapedLettersAreLetters(@TempDir Path directory) {
        assertThat(found(
                        directory,
                        "ctx.st\\u0065p(\"s-\" + System.\\u0063urrentTimeMillis(), String.class, s -> \"x\");"))
                .containsExactly("unstable-operation-name", "wall-clock");
    }

    @Test
    void anEscapedLineEndEndsAComment(@TempDir Path directory) {
        assertThat(found(directory, "// harmless \\u000a ctx.wait(\"\", java.time.Duration.ofMinutes(1));"))
                .containsExactly("invalid-operation-name");
    }

    private static List<String> found(Path directory, String statement) {
        Path root = Programs.write(directory, Map.of("shop/Shop.java", """
                package shop;
                import software.amazon.lambda.durable.*;
                class Shop extends DurableHandler<String, String> {
                    @Override
                    public String handleRequest(String order, DurableContext ctx) {
                        %s
                        return order;
                    }
                }
                """.formatted(statement)));
        return new ReplayLint(Configuration.defaults())
                        .analyze(new ReplayLint.Sources(
                                List.of(root), List.of(), Fixtures.classPath(), StandardCharsets.UTF_8))
                        .report()
                        .findings()
                        .stream()
                        .map(Finding::rule)
                        .distinct()
                        .toList();
    }
}
