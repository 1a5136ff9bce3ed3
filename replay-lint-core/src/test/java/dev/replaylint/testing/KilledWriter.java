package dev.replaylint.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that is killed while it writes. */
public final class KilledWriter {

    private KilledWriter() {}

    /** Runs a main class on a directory, and kills it, without a chance to clean up, that many milliseconds after its first line. */
    public static void run(Class<?> main, Path directory, long milliseconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        directory.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int first = process.getInputStream().read();
        if (first < 0) {
            throw new IllegalStateException("the process ended before it was killed");
        }
        Thread drain = new Thread(() -> drain(process));
        drain.start();
        Thread.sleep(milliseconds);
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        drain.join();
    }

    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
