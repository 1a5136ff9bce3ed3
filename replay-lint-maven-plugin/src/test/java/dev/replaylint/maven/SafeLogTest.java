package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.rule.Severity;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** The log, whatever is written to it. */
final class SafeLogTest {

    private static final String HOSTILE = "\n::error::x\r##[stop-commands]t\u001b[2J\u0007\u009b\u202e:::add-mask::x";

    private static final Throwable ERROR =
            new IllegalStateException(HOSTILE, new IllegalArgumentException("because" + HOSTILE));

    private static final List<Consumer<SafeLog>> WAYS = List.of(
            log -> log.info(HOSTILE),
            log -> log.warn(HOSTILE),
            log -> log.error(HOSTILE),
            log -> log.info(HOSTILE, ERROR),
            log -> log.warn(HOSTILE, ERROR),
            log -> log.error(HOSTILE, ERROR),
            log -> log.info(ERROR),
            log -> log.warn(ERROR),
            log -> log.error(ERROR),
            log -> log.at(Severity.ERROR, HOSTILE),
            log -> log.at(Severity.WARNING, HOSTILE, HOSTILE));

    private static String printed(Consumer<SafeLog> way) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            System.setErr(captured);
            way.accept(new SafeLog(new SystemStreamLog()));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void nothingThatIsLoggedIsAnOrder() {
        for (Consumer<SafeLog> way : WAYS) {
            String text = printed(way);
            assertThat(text).contains("\\u000a");
            assertHarmless(text);
        }
    }

    @Test
    void stackTracesStayAndAreHarmless() {
        StringWriter trace = new StringWriter();
        SafeCause.of(ERROR).printStackTrace(new PrintWriter(trace, true));
        assertThat(trace.toString())
                .startsWith("dev.replaylint.maven.SafeCause: java.lang.IllegalStateException: \\u000a: :error: :x");
        assertThat(trace.toString())
                .contains("Caused by: dev.replaylint.maven.SafeCause: java.lang.IllegalArgumentException: because");
        assertThat(trace.toString()).contains("\tat " + SafeLogTest.class.getName());
        assertHarmless(trace.toString().replace("\t", " "));
    }

    private static void assertHarmless(String text) {
        for (String line : text.split("\n", -1)) {
            assertWithMessage(text).that(line.strip()).doesNotContainMatch("^::");
            assertWithMessage(text).that(line).doesNotContain("##[");
            assertWithMessage(text)
                    .that(line.replace("\t", " ").codePoints().anyMatch(Character::isISOControl))
                    .isFalse();
        }
    }
}
