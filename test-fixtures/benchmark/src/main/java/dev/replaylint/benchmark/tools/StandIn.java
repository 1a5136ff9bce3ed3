package dev.replaylint.benchmark.tools;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The stand-in for the SDK, which generated projects are compiled against. */
public final class StandIn {

    private StandIn() {}

    /** It and what it needs, of this program's own class path. */
    public static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(e -> e.contains("durable-sdk-api") || e.contains("aws-lambda-java-core"))
                .map(Path::of)
                .toList();
    }
}
