package dev.replaylint.durable.suspension;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.durable.sdk.Signal;
import dev.replaylint.testing.SmallModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers that exceptions of the SDK come to, and what becomes of those there. */
final class CatchesTest {

    private static final String PAY = "ctx.step(\"pay\", String.class, s -> \"x\")";

    @TempDir
    Path directory;

    private List<Catch> catches(Signal signal, String members) throws IOException {
        return SmallModel.of(directory, members).failures().catches(signal);
    }

    private List<Catch> suspensions(String handlers) throws IOException {
        return catches(
                Signal.SUSPENSION,
                "String m(DurableContext ctx, boolean b) throws Throwable { try { return " + PAY + "; } " + handlers
                        + " }");
    }

    @Test
    void aHandlerThatGoesOnLosesTheSuspension() throws IOException {
        List<Catch> found = suspensions("catch (Throwable t) { return null; }");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).lost()).isPresent();
        assertThat(found.get(0).label()).isEqualTo("`catch (Throwable)`");
        assertThat(found.get(0).suspension().label()).isEqualTo("step `pay`");
    }

    @Test
    void theFirstClauseForItTakesTheSuspension() throws IOException {
        List<Catch> found = suspensions(
                "catch (RuntimeException e) { return null; } catch (SuspendExecutionException e) { throw e; }"
                        + " catch (Throwable t) { return null; }");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).handler().types())
                .containsExactly("software.amazon.lambda.durable.execution.SuspendExecutionException");
        assertThat(found.get(0).lost()).isEmpty();
    }

    @Test
    void aRethrowOnAllWaysLetsItGo() throws IOException {
        List<Catch> found = suspensions("catch (Throwable t) { if (b) { System.out.println(t); } throw t; }");

        assertThat(found.get(0).lost()).isEmpty();
    }

    @Test
    void aRethrowOnSomeWaysDoesNot() throws IOException {
        List<Catch> found = suspensions("catch (Throwable t) { if (b) { throw t; } return null; }");

        assertThat(found.get(0).lost()).isPresent();
    }

    @Test
    void aTestForTheClassOfTheSuspensionIsUnderstood() throws IOException {
        List<Catch> found = suspensions("catch (Throwable t) { if (t instanceof Error e) { throw e; } return null; }");

        assertThat(found.get(0).lost()).isEmpty();
    }

    @Test
    void aTestForAnotherClassIsUnderstood() throws IOException {
        List<Catch> found =
                suspensions("catch (Throwable t) { if (t instanceof Exception e) { throw e; } return null; }");

        assertThat(found.get(0).lost()).isPresent();
    }

    @Test
    void aMethodThatThrowsWhatItIsGivenLetsItGo() throws IOException {
        List<Catch> found = suspensions("catch (Throwable t) { on(t); return null; } }"
                + " static void on(Throwable t) { if (t instanceof Error e) { throw e; }");

        assertThat(found.get(0).lost()).isEmpty();
    }

    @Test
    void anExceptionKeptForLaterLetsItGoIfThrownThen() throws IOException {
        List<Catch> found = catches(
                Signal.SUSPENSION,
                "String m(DurableContext ctx) throws Throwable { Throwable kept = null; String r = null;"
                        + " try { r = " + PAY + "; } catch (Throwable t) { kept = t; }"
                        + " if (kept != null) { throw kept; } return r; }");

        assertThat(found.get(0).lost()).isEmpty();
    }

    @Test
    void anInnerTryThatLosesItShieldsTheOuterOne() throws IOException {
        List<Catch> found = catches(
                Signal.SUSPENSION,
                "String m(DurableContext ctx) { try { try { return " + PAY
                        + "; } catch (Error e) { return null; } } catch (Throwable t) { return null; } }");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).handler().types()).containsExactly("java.lang.Error");
    }

    @Test
    void cleanupRunsOnTheSuspension() throws IOException {
        List<Catch> found = suspensions("finally { ctx.step(\"release\", String.class, s -> \"x\"); }");

        assertThat(found.get(0).lost()).isEmpty();
        assertThat(found.get(0).actions().stream().map(Action::label)).containsExactly("step `release`");
    }

    @Test
    void cleanupOnTheWayOutOfAClauseIsNoActionOfTheClause() throws IOException {
        List<Catch> found = catches(
                Signal.UNRECOVERABLE,
                "String m(DurableContext ctx) { try { return " + PAY
                        + "; } catch (Exception e) { return null; } finally { ctx.step(\"end\", String.class, s -> \"\"); } }");

        assertThat(found.stream().filter(c -> !c.handler().isFinally()).flatMap(c -> c.actions().stream()))
                .isEmpty();
    }

    @Test
    void whatAStoredFunctionDoesIsDoneWhereItRuns() throws IOException {
        String members = "String m(DurableContext ctx) { Deque<Runnable> undos = new ArrayDeque<>();" + " try { return "
                + PAY + "; } catch (RuntimeException e) { %s return null; } }";
        String keep = "undos.push(() -> ctx.step(\"undo\", String.class, s -> \"x\"));";

        List<Catch> found =
                catches(Signal.UNRECOVERABLE, String.format(members, keep + "undos.forEach(Runnable::run);"));
        assertThat(found.get(0).actions().stream().map(a -> a.site().toString()).distinct())
                .hasSize(1);
    }

    @Test
    void keepingAFunctionIsNoAction() throws IOException {
        List<Catch> found = catches(
                Signal.UNRECOVERABLE,
                "String m(DurableContext ctx, Deque<Runnable> undos) { try { return " + PAY
                        + "; } catch (RuntimeException e) {"
                        + " undos.push(() -> ctx.step(\"undo\", String.class, s -> \"x\")); return null; } }");

        assertThat(found.get(0).actions()).isEmpty();
    }

    @Test
    void aResourceIsClosedOnTheSuspension() throws IOException {
        List<Catch> found = catches(
                Signal.SUSPENSION,
                "record Lease(DurableContext ctx) implements AutoCloseable {"
                        + " public void close() { ctx.step(\"release\", String.class, s -> \"x\"); } }"
                        + " String m(DurableContext ctx) { try (var lease = new Lease(ctx)) { return " + PAY + "; } }");

        List<Catch> closing =
                found.stream().filter(c -> c.closing().isPresent()).toList();
        assertThat(closing).hasSize(1);
        assertThat(closing.get(0).lost()).isEmpty();
        assertThat(closing.get(0).actions()).hasSize(1);
    }
}
