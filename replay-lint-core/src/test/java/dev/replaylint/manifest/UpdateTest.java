package dev.replaylint.manifest;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.Committed;
import dev.replaylint.Configuration;
import dev.replaylint.ManifestSettings;
import dev.replaylint.ReplayLint;
import dev.replaylint.ReplayLint.Sources;
import dev.replaylint.testing.Configurations;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What recording comes to, for code given as text. */
final class UpdateTest {

    private static final Optional<String> NO_REASON = Optional.empty();

    @TempDir
    private Path directory;

    private final Map<String, String> files = new LinkedHashMap<>();
    private Configuration configuration = Configuration.defaults();
    private int runs;

    private UpdateTest handler(String name, String... steps) {
        StringBuilder body = new StringBuilder();
        for (String step : steps) {
            body.append("ctx.step(\"").append(step).append("\", String.class, s -> \"x\");\n");
        }
        files.put("shop/" + name + ".java", """
                package shop;
                import software.amazon.lambda.durable.*;
                public final class %s extends DurableHandler<String, String> {
                    public String handleRequest(String in, DurableContext ctx) {
                        %s
                        return in;
                    }
                }
                """.formatted(name, body));
        return this;
    }

    private Optional<Comparison> compared(Manifest recorded) {
        Path root = Programs.write(directory.resolve("run" + runs++), files);
        Sources sources = new Sources(List.of(root), List.of(), Fixtures.classPath(), StandardCharsets.UTF_8);
        Recorded read = new Recorded(recorded, ManifestFile.NAME, Map.of());
        return new ReplayLint(configuration)
                .analyze(sources, Committed.manifest(read))
                .comparison();
    }

    private Update update(Manifest recorded, Optional<String> reason) {
        return Update.of(compared(recorded).orElseThrow(), reason);
    }

    private Manifest recorded() {
        return update(Manifest.EMPTY, NO_REASON).manifest();
    }

    @Test
    void recordsAFirstTime() {
        handler("A", "one", "two").handler("Empty");
        Update update = update(Manifest.EMPTY, NO_REASON);
        assertThat(update.isRefused()).isFalse();
        assertThat(update.manifest().handlers()).containsExactly("shop.A", Trees.entries("step one, step two"));
        assertThat(update.changes())
                .containsAtLeast("+   shop.A:", "+     - step one", "+     - step two")
                .inOrder();
        assertThat(update.added()).isEqualTo(1);
    }

    @Test
    void hasNothingToSayTheSecondTime() {
        handler("A", "one");
        Update update = update(recorded(), NO_REASON);
        assertThat(update.changes()).isEmpty();
        assertThat(update.added()).isEqualTo(0);
    }

    @Test
    void addsWhatBreaksNothing() {
        Manifest before = handler("A", "one").recorded();
        Update update = handler("A", "one", "two").update(before, NO_REASON);
        assertThat(update.isRefused()).isFalse();
        assertThat(update.changes())
                .containsExactly("    shop.A:", "+     - step two")
                .inOrder();
    }

    @Test
    void refusesWhatBreaks() {
        Manifest before = handler("A", "one", "two").recorded();
        Update update = handler("A", "uno", "two").update(before, NO_REASON);
        assertThat(update.isRefused()).isTrue();
        assertThat(update.breaks()).containsExactly("shop.A: renamed step one to step uno");
    }

    @Test
    void keepsTheReasonOfWhatWasAccepted() {
        Manifest before = handler("A", "one", "two").recorded();
        Update update = handler("A", "uno", "two").update(before, Optional.of(" drained\non  Friday "));
        assertThat(update.isRefused()).isFalse();
        assertThat(update.retired()).isEqualTo(1);
        assertThat(update.manifest().retired())
                .containsExactly(
                        "shop.A", List.of(new Manifest.Retired("renamed step one to step uno", "drained on Friday")));
        assertThat(update(update.manifest(), NO_REASON).changes()).isEmpty();
        Manifest next = handler("A", "uno")
                .update(update.manifest(), Optional.of("again"))
                .manifest();
        assertThat(next.retired().get("shop.A")).hasSize(2);
        assertThat(next.retired().get("shop.A").get(1)).isEqualTo(new Manifest.Retired("removed step two", "again"));
    }

    @Test
    void retiresADeletedHandler() {
        Manifest before = handler("A", "one").handler("B", "two").recorded();
        files.remove("shop/B.java");
        assertThat(update(before, NO_REASON).breaks()).containsExactly("shop.B: removed handler shop.B");
        Manifest next = update(before, Optional.of("gone")).manifest();
        assertThat(next.handlers().keySet()).isEqualTo(Set.of("shop.A"));
        assertThat(next.retired().keySet()).isEqualTo(Set.of("shop.B"));
    }

    @Test
    void keepsTheRecordOfARenamedHandler() {
        Manifest before = handler("A", "one").recorded();
        files.clear();
        handler("B", "one", "two");
        assertThat(update(before, NO_REASON).isRefused()).isTrue();
        configuration = configuration.with(ManifestSettings.defaults().withHandlers(Map.of("shop.A", "shop.B")));
        Update update = update(before, NO_REASON);
        assertThat(update.breaks()).isEmpty();
        assertThat(update.manifest().handlers()).containsExactly("shop.B", Trees.entries("step one, step two"));
    }

    @Test
    void seesThatAHandlerWasRenamed() {
        Manifest before = handler("A", "one").recorded();
        files.clear();
        handler("B", "one");
        assertThat(update(before, NO_REASON).breaks())
                .containsExactly("shop.B: renamed handler shop.A to handler shop.B");
    }

    @Test
    void leavesHandlersAloneThatAreNotLookedAt() {
        Manifest before = handler("A", "one").handler("B", "two").recorded();
        configuration = Configurations.withoutFiles(Map.of(), List.of("shop/B.java"));
        assertThat(update(before, NO_REASON).changes()).isEmpty();
        assertThat(update(before, NO_REASON).isRefused()).isFalse();
    }

    @Test
    void doesNotCompareHalfTheCode() {
        Manifest before = handler("A", "one", "two").recorded();
        handler("A", "uno")
                .files
                .put("shop/Broken.java", "package shop; import software.amazon.lambda.durable.*; class Broken { void");
        assertThat(compared(before)).isEqualTo(Optional.empty());
    }

    @Test
    void recordsFunctionsThatAreGivenToTheSdk() {
        files.put("shop/Main.java", """
                package shop;
                import software.amazon.lambda.durable.*;
                import software.amazon.lambda.durable.execution.DurableExecutor;
                final class Main {
                    Object start(DurableConfig config) {
                        return DurableExecutor.wrap(TypeToken.get(String.class), (in, ctx) -> ctx.step("one", String.class, s -> in), config);
                    }
                    void unused(DurableContext ctx) {
                        ctx.step("never", String.class, s -> "x");
                    }
                }
                """);
        assertThat(recorded().handlers()).containsExactly("shop.Main/start", Trees.entries("step one"));
    }

    @Test
    void recordsMethodsThatTheSdkIsToldToExecute() {
        files.put("shop/Main.java", """
                package shop;
                import software.amazon.lambda.durable.*;
                import software.amazon.lambda.durable.execution.DurableExecutor;
                final class Main {
                    private final Object pay =
                            DurableExecutor.wrap(TypeToken.get(String.class), Main::pay, DurableConfig.defaultConfig());
                    private final Object ship =
                            DurableExecutor.wrap(TypeToken.get(String.class), this::ship, DurableConfig.defaultConfig());
                    private static String pay(String in, DurableContext ctx) {
                        return ctx.step("pay", String.class, s -> in);
                    }
                    private String ship(String in, DurableContext ctx) {
                        return ctx.step("ship", String.class, s -> in);
                    }
                }
                """);
        assertThat(recorded().handlers())
                .containsExactly(
                        "shop.Main/pay", Trees.entries("step pay"), "shop.Main/ship", Trees.entries("step ship"));
    }

    @Test
    void isTheSameWhateverTheOrder() {
        handler("B", "two").handler("A", "one");
        String first = ManifestWriter.text(recorded());
        files.clear();
        handler("A", "one").handler("B", "two");
        assertThat(ManifestWriter.text(recorded())).isEqualTo(first);
        TreeMap<String, List<Entry>> sorted = new TreeMap<>(recorded().handlers());
        assertThat(List.copyOf(sorted.keySet())).isEqualTo(List.of("shop.A", "shop.B"));
    }
}
