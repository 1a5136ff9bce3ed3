package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.catalog.Catalog;
import dev.replaylint.manifest.Recorded;
import dev.replaylint.program.Body;
import dev.replaylint.program.CodeSource;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Note;
import dev.replaylint.program.Problem;
import dev.replaylint.program.Program;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassIndex;
import dev.replaylint.report.Report;
import dev.replaylint.rule.Finding;
import dev.replaylint.rules.Rules;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failure while the replay model is made: the handler is named, and the others are analysed. */
final class DefectsTest {

    private static final String HANDLER = """
            package shop;
            import java.time.Instant;
            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;
            public class %s extends DurableHandler<String, String> {
                @Override public String handleRequest(String order, DurableContext ctx) {
                    Instant now = Instant.now();
                    return ctx.step("pay", String.class, step -> "paid at " + now + %s.text());
                }
            }
            """;

    private static final String HELPER = "package shop;\nclass %s { static String text() { return \"\"; } }\n";

    /** Code that makes whoever asks for the methods of some classes fail. */
    private record Trap(CodeSource code, Predicate<MethodKey> trapped, Runnable failure) implements CodeSource {

        @Override
        public Optional<Body> body(MethodKey key) {
            if (trapped.test(key)) {
                failure.run();
            }
            return code.body(key);
        }

        @Override
        public Optional<ClassHeader> type(String binaryName) {
            return code.type(binaryName);
        }

        @Override
        public Set<String> directSubtypes(String binaryName) {
            return code.directSubtypes(binaryName);
        }

        @Override
        public List<String> typesMentioning(Set<String> words) {
            return code.typesMentioning(words);
        }

        @Override
        public boolean isJudged(String binaryName) {
            return code.isJudged(binaryName);
        }

        @Override
        public List<Note> notes(Set<String> files, Note.Query query) {
            return code.notes(files, query);
        }

        @Override
        public List<Problem> problems() {
            return code.problems();
        }

        @Override
        public Extent extent() {
            return code.extent();
        }
    }

    @TempDir
    private Path directory;

    @BeforeEach
    void write() {
        Programs.write(
                directory,
                Map.of(
                        "shop/First.java", HANDLER.formatted("First", "Fine"),
                        "shop/Second.java", HANDLER.formatted("Second", "Odd"),
                        "shop/Third.java", HANDLER.formatted("Third", "Fine"),
                        "shop/Fine.java", HELPER.formatted("Fine"),
                        "shop/Odd.java", HELPER.formatted("Odd")));
    }

    private <T> T judgement(Predicate<MethodKey> trapped, Runnable failure, Function<Judgement, T> ask) {
        return LargeStack.call(() -> Programs.fromSources(directory, Fixtures.classPath(), m -> {
            Program whole = m.program();
            Program program =
                    new Program(new Trap(whole.project(), trapped, failure), whole.libraries(), headers(whole));
            return ask.apply(new Judgement(program, Catalog.bundled(), Configuration.defaults(), Rules.all()));
        }));
    }

    private static ClassIndex headers(Program program) {
        return new ClassIndex() {
            @Override
            public Optional<ClassHeader> find(String binaryName) {
                return program.type(binaryName);
            }

            @Override
            public boolean hasPackage(String name) {
                return false;
            }
        };
    }

    private Report report(Predicate<MethodKey> trapped, Runnable failure) {
        return judgement(
                trapped,
                failure,
                j -> j.judge(Optional.empty(), Optional.empty(), true).report());
    }

    private static Predicate<MethodKey> methodsOf(String owner) {
        return k -> k.owner().equals(owner);
    }

    private static void fail() {
        throw new IllegalStateException("lost the thread");
    }

    private static void overflow() {
        overflow();
        fail();
    }

    @Test
    void theHandlerOfWhichThereIsNoModelIsNamed() {
        Report report = report(methodsOf("shop.Odd"), DefectsTest::fail);
        assertThat(report.problems()).hasSize(1);
        Problem problem = report.problems().get(0);
        assertThat(problem.file()).isEqualTo("shop/Second.java");
        assertThat(problem.line()).isEqualTo(6);
        assertThat(problem.reason())
                .startsWith("the model of its replay failed on `Second.handleRequest`: "
                        + "java.lang.IllegalStateException: lost the thread at DefectsTest.java:");
        assertThat(problem.defect()).isTrue();
        assertThat(report.incomplete()).isTrue();
    }

    @Test
    void otherHandlersAreAnalysed() {
        Report report = report(methodsOf("shop.Odd"), DefectsTest::fail);
        assertThat(report.findings().stream().map(Finding::location).map(l -> l.file()))
                .containsExactly("shop/First.java", "shop/Third.java");
        assertThat(report.workflows()).hasSize(2);
        assertThat(report.coverage().handlers()).isEqualTo(2);
    }

    @Test
    void aStackThatOverflowsIsNoMore() {
        Report report = report(methodsOf("shop.Odd"), DefectsTest::overflow);
        assertThat(report.problems().get(0).reason())
                .startsWith("the model of its replay failed on `Second.handleRequest`: java.lang.StackOverflowError");
        assertThat(report.findings()).hasSize(2);
    }

    @Test
    void aHandlerThatCannotBeAskedForItsPlaceIsNamedByItsClass() {
        Report report = report(methodsOf("shop.Second"), DefectsTest::fail);
        assertThat(report.problems().stream().map(Problem::file)).containsExactly("shop.Second");
        assertThat(report.problems().get(0).reason()).startsWith("the model of its replay failed on `Second`: ");
        assertThat(report.findings()).hasSize(2);
    }

    @Test
    void handlersThatFailAreAllNamed() {
        Report report = report(methodsOf("shop.Fine"), DefectsTest::fail);
        assertThat(report.problems().stream().map(Problem::file)).containsExactly("shop/First.java", "shop/Third.java");
    }

    @Test
    void whatFailsOnlyWithAllTogetherIsSaidWithoutPlace() {
        int[] asked = {0};
        Report report = report(methodsOf("shop.Odd"), () -> {
            if (asked[0]++ != 1) {
                fail();
            }
        });
        assertThat(report.problems().stream().map(Problem::file)).containsExactly("replay-lint");
        assertThat(report.problems().get(0).reason()).startsWith("the model of all replayed code failed: ");
        assertThat(report.findings()).isEmpty();
        assertThat(report.incomplete()).isTrue();
    }

    @Test
    void nothingIsComparedWithTheManifest() {
        assertThat(isCompared(methodsOf("shop.Odd"))).isFalse();
        assertThat(isCompared(methodsOf("shop.Other"))).isTrue();
    }

    private boolean isCompared(Predicate<MethodKey> trapped) {
        return judgement(
                trapped,
                DefectsTest::fail,
                j -> j.comparison(Recorded.nothing("nothing")).isPresent());
    }
}
