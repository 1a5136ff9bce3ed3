package dev.replaylint.hostile;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of an analysed project is loaded or run, no socket is made and no process started, and nothing is written but the outputs. */
final class IsolationTest {

    /** Whoever runs any of this leaves a file. */
    private static final String TRACE =
            "static { try { java.nio.file.Files.createFile(java.nio.file.Path.of(\"%s\")); } "
                    + "catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); } }";

    private static final Map<String, String> CANARIES = Map.of(
            "canary/Evil.java",
            "package canary; public class Evil { $ public static final String NAME = \"n\" + 1; "
                    + "public static String name() { return NAME; } }",
            "canary/EvilEnum.java",
            "package canary; public enum EvilEnum { A; $ }",
            "canary/EvilNote.java",
            "package canary; public @interface EvilNote { Class<?> value() default Evil.class; EvilEnum e() default EvilEnum.A; }",
            "canary/EvilConstants.java",
            "package canary; public interface EvilConstants { String C = Evil.name(); }",
            "canary/EvilProcessor.java",
            "package canary; public class EvilProcessor extends javax.annotation.processing.AbstractProcessor { $ "
                    + "public boolean process(java.util.Set<? extends javax.lang.model.element.TypeElement> a, "
                    + "javax.annotation.processing.RoundEnvironment r) { return false; } }",
            "canary/EvilHandler.java",
            "package canary; @EvilNote public class EvilHandler extends " + Hostile.WORDS
                    + ".DurableHandler<String, String> { $ "
                    + "public String handleRequest(String in, " + Hostile.WORDS + ".DurableContext ctx) { "
                    + "ctx.step(EvilConstants.C, String.class, s -> Evil.name()); "
                    + "return ctx.step(EvilEnum.A.name() + System.nanoTime(), String.class, s -> in); } }");

    @TempDir
    private Path directory;

    @Test
    void analysedCodeIsNeitherLoadedNorRun() throws IOException, InterruptedException {
        Path trace = directory.resolve("trace");
        Path project = directory.resolve("project");
        CANARIES.forEach((name, text) ->
                Programs.write(project.resolve("src"), Map.of(name, text.replace("$", TRACE.formatted(trace)))));
        Path classes = Programs.compile(project.resolve("src"), project.resolve("classes"), Hostile.library());
        Programs.write(
                classes,
                Map.of(
                        "META-INF/services/javax.annotation.processing.Processor", "canary.EvilProcessor\n",
                        "META-INF/services/com.sun.source.util.Plugin", "canary.Evil\n",
                        "META-INF/services/java.nio.file.spi.FileSystemProvider", "canary.Evil\n",
                        "META-INF/services/java.nio.charset.spi.CharsetProvider", "canary.Evil\n"));
        Path work = Files.createDirectories(directory.resolve("work"));
        Map<String, String> before = Forked.files(project);
        Path log = directory.resolve("loaded.log");

        analyze(project.resolve("src"), classes, work, log);

        assertThat(Files.exists(trace)).isFalse();
        assertThat(Forked.files(project)).isEqualTo(before);
        assertThat(Forked.files(work)).isEmpty();
        assertThat(Forked.files(directory.resolve("out/run0")).get("JsonWriter"))
                .contains("EvilHandler.java");
        assertThat(loaded(log, "canary.")).isEmpty();
        assertThat(loaded(log, "java.net.Socket ")).isEmpty();
        assertThat(loaded(log, "sun.nio.ch.NioSocketImpl")).isEmpty();
        assertThat(loaded(log, "sun.nio.ch.SocketChannelImpl")).isEmpty();
        assertThat(loaded(log, "java.lang.ProcessBuilder")).isEmpty();
        assertThat(loaded(log, "dev.replaylint.ReplayLint ")).isNotEmpty();
    }

    private void analyze(Path sources, Path classes, Path work, Path log) throws IOException, InterruptedException {
        String classPath = Stream.concat(Hostile.library().stream(), Stream.of(classes))
                .map(Path::toString)
                .collect(Collectors.joining(":"));
        Forked.run(
                List.of("-Xlog:class+load=info:file=" + log),
                work,
                AllOutputs.Of.SOURCES.name(),
                sources.toString(),
                directory.resolve("out").toString(),
                "en-US",
                "1",
                Forked.absolute(classPath));
    }

    private static List<String> loaded(Path log, String name) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(l -> l.contains("] " + name)).toList();
        }
    }
}
