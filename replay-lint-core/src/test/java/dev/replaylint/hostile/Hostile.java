package dev.replaylint.hostile;

import dev.replaylint.testing.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Text that hostile inputs are made of, and where the SDK is. */
final class Hostile {

    /** What makes the analyzer read a file. */
    static final String WORDS = "software.amazon.lambda.durable";

    private Hostile() {}

    /** A handler whose durable function has this code. */
    static String handler(String code) {
        return handler(code, "");
    }

    /** A handler with these members. */
    static String handler(String code, String members) {
        return "package hostile;\n"
                + "import " + WORDS + ".DurableContext;\n"
                + "import " + WORDS + ".DurableHandler;\n"
                + "public class Hostile extends DurableHandler<String, String> {\n"
                + "@Override public String handleRequest(String in, DurableContext ctx) {\n"
                + code + "\n"
                + "return ctx.step(\"hostile\", String.class, s -> in);\n}\n"
                + members + "\n}\n";
    }

    /** Any text, on whose first line there is what makes the analyzer read it. */
    static String seen(String text) {
        return "/* " + WORDS + " */ " + text;
    }

    /** {@code count} times one text in another. */
    static String nested(int count, String open, String middle, String close) {
        return open.repeat(count) + middle + close.repeat(count);
    }

    /** The SDK's class files, and what its classes extend. */
    static List<Path> library() {
        return Fixtures.classPath().stream()
                .filter(p ->
                        p.toString().contains("durable-sdk-api") || p.toString().contains("aws-lambda-java-core"))
                .toList();
    }

    /** Removes a directory; links are removed, not followed. */
    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
