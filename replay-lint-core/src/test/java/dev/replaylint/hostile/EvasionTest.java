package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that a compiler reads as a step named by the clock, however it is written: it is found. */
final class EvasionTest {

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ctx.st\\u0065p(\"a\" + System.currentTimeMillis(), String.class, s -> in);",
                "ctx.\\u0073\\u0074\\uu0065\\uuu0070(\"a\" + System.currentTimeMillis(), String.class, s -> in);",
                "// not code \\u000a ctx.step(\"a\" + System.currentTimeMillis(), String.class, s -> in);",
                "/* not code \\u002a/ ctx.step(\"a\" + System.currentTimeMillis(), String.class, s -> in);",
                "String t = \"\\\\\"; ctx.step(\"a\" + System.currentTimeMillis(), String.class, s -> in); t = \"\";",
                "String t = \"\\u0022; ctx.step(\"a\" + System.currentTimeMillis(), String.class, s -> in); t = \"\";",
                "ctx\\u002estep(\"a\" + System.currentTimeMillis(), String.class, s -> in);",
                "enum E { A } ctx.step(\"a\" + System.currentTimeMillis(), String.class, s -> in);",
                "enum E { A; static String f(DurableContext c) "
                        + "{ return c.step(\"a\" + System.currentTimeMillis(), String.class, s -> \"\"); } } E.f(ctx);",
                "record R() { static String f(DurableContext c) "
                        + "{ return c.step(\"a\" + System.currentTimeMillis(), String.class, s -> \"\"); } } R.f(ctx);",
                "ctx.st\u200Bep(\"a\" + System.currentTimeMillis(), String.class, s -> in);",
                "ctx.st\\u200bep(\"a\" + System.currentTimeMillis(), String.class, s -> in);",
                "c\u0000tx.step(\"a\" + System.currentTimeMillis(), String.class, s -> in);",
            })
    void isFound(String code) throws IOException {
        assertThat(analyze(code).findings().stream().map(f -> f.rule()).toList())
                .contains("unstable-operation-name");
    }

    private Report analyze(String code) throws IOException {
        HostileInput.write(root, HostileInput.FILE, Hostile.handler(code).getBytes(StandardCharsets.UTF_8));
        return new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Sources(List.of(root), List.of(), Hostile.library(), StandardCharsets.UTF_8))
                .report();
    }
}
