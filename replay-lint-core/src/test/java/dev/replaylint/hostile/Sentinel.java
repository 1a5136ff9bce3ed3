package dev.replaylint.hostile;

import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import dev.replaylint.rule.Finding;
import dev.replaylint.testing.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A handler with known defects, one of them behind a helper in another file, that is to be found whatever lies beside it. */
final class Sentinel {

    private static final String PACKAGE = "sentinel/";

    private static final Map<String, String> FILES =
            Map.of(PACKAGE + "Sentinel.java", """
            package sentinel;
            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;
            public class Sentinel extends DurableHandler<String, String> {
                @Override public String handleRequest(String order, DurableContext ctx) {
                    if (SentinelClock.now() % 2 == 0) {
                        ctx.step("even", String.class, step -> order);
                    }
                    return ctx.step("done-" + java.util.UUID.randomUUID(), String.class, step -> order);
                }
            }
            """, PACKAGE + "SentinelClock.java", """
            package sentinel;
            final class SentinelClock {
                static long now() {
                    return System.currentTimeMillis();
                }
            }
            """);

    /** The sentinel in class files, and what is found when there is nothing else; made when it is first asked for. */
    private static final class Alone {
        static final Path DIRECTORY = directory();
        static final Path SOURCES = Programs.write(DIRECTORY.resolve("src"), FILES);
        static final Path CLASSES = Programs.compile(SOURCES, DIRECTORY.resolve("classes"), Hostile.library());
        static final List<Finding> FINDINGS = in(new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Sources(List.of(SOURCES), List.of(), Hostile.library(), StandardCharsets.UTF_8))
                .report());

        private static Path directory() {
            try {
                Path directory = Files.createTempDirectory("sentinel");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> Hostile.delete(directory)));
                return directory;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Sentinel() {}

    static void write(Path root) {
        Programs.write(root, FILES);
    }

    /** Its class files. */
    static Path classes() {
        return Alone.CLASSES;
    }

    /** What is to be found in it. */
    static List<Finding> findings() {
        return Alone.FINDINGS;
    }

    /** What was found in it. */
    static List<Finding> in(Report report) {
        return report.findings().stream()
                .filter(f -> f.location().file().startsWith(PACKAGE))
                .toList();
    }
}
