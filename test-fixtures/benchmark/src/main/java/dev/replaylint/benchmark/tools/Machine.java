package dev.replaylint.benchmark.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** When and on what was measured. */
final class Machine {

    private Machine() {}

    static String describe(int rounds) {
        return String.format(
                "Measured %s: %s %s, %d processors (%s), Java %s, %s for each JVM, medians of %d rounds.",
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                processor(),
                System.getProperty("java.version"),
                ToolBenchmark.HEAP,
                rounds);
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(l -> l.startsWith("model name"))
                    .findFirst()
                    .map(l -> l.substring(l.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
