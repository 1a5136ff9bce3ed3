package dev.replaylint.durable.suspension;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.testing.SmallModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catch clauses for exceptions that an operation cannot give back. */
final class LostExceptionsTest {

    private static final String CLASSES = """
            static class Declined extends RuntimeException { Declined(String text, int code) { super(text); } }
            static class Refused extends RuntimeException { Refused(String text) { super(text); } }
            static class Broken extends Declined { Broken() { super("", 0); } }
            """;

    @TempDir
    Path directory;

    private List<String> lost(String body, String clauses) throws IOException {
        return SmallModel.of(
                        directory,
                        CLASSES + "String m(DurableContext ctx, boolean b) { try { " + body + " } " + clauses + " }")
                .failures()
                .lostExceptions()
                .stream()
                .map(l -> l.caughtName() + " for " + l.thrownName())
                .toList();
    }

    private static String step(String exception) {
        return "return ctx.step(\"pay\", String.class, s -> { throw " + exception + "; });";
    }

    @Test
    void anExceptionWithoutAUsableConstructorIsLost() throws IOException {
        assertThat(lost(step("new Declined(\"no\", 1)"), "catch (Declined e) { return null; }"))
                .containsExactly("Source.Declined for Source.Declined");
    }

    @Test
    void anExceptionWithATextIsRebuilt() throws IOException {
        assertThat(lost(step("new Refused(\"no\")"), "catch (Refused e) { return null; }"))
                .isEmpty();
    }

    @Test
    void aClauseForTheSubstituteIsEnough() throws IOException {
        assertThat(lost(
                        step("new Declined(\"no\", 1)"),
                        "catch (Declined e) { return null; } catch (StepException e) { return null; }"))
                .isEmpty();
    }

    @Test
    void aClauseThatMayRunForAnotherClassIsNotReported() throws IOException {
        assertThat(lost(step("b ? new Declined(\"no\", 1) : new Broken()"), "catch (Declined e) { return null; }"))
                .isEmpty();
    }

    @Test
    void whatReplayedCodeThrowsItselfIsCaught() throws IOException {
        assertThat(lost(
                        "if (b) { throw new Declined(\"no\", 2); } " + step("new Declined(\"no\", 1)"),
                        "catch (Declined e) { return null; }"))
                .isEmpty();
    }

    @Test
    void whatTheFunctionCatchesItselfDoesNotLeaveIt() throws IOException {
        assertThat(lost(
                        "return ctx.step(\"pay\", String.class, s -> { try { throw new Declined(\"no\", 1); }"
                                + " catch (Declined e) { return \"declined\"; } });",
                        "catch (Declined e) { return null; }"))
                .isEmpty();
    }
}
