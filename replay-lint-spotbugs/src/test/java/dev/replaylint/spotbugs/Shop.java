package dev.replaylint.spotbugs;

import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A small program: a handler that prints, and charges with a helper of another class that reads the clock.
 *
 * @param root what everything is written below
 */
record Shop(Path root) {

    private static final Map<String, String> SOURCES = Map.of("shop/Handler.java", """
            package shop;

            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;

            public class Handler extends DurableHandler<String, String> {
                @Override
                public String handleRequest(String order, DurableContext ctx) {
                    System.out.println(order);
                    new Runnable() {
                        @Override
                        public void run() {
                            Thread.yield();
                            System.err.println(order);
                        }
                    }.run();
                    return ctx.step("charge-" + Clock.now(), String.class, step -> order);
                }
            }
            """, "shop/Clock.java", """
            package shop;

            final class Clock {
                static long now() {
                    return System.currentTimeMillis();
                }
            }
            """);

    static final String CLOCK = "REPLAY_WALL_CLOCK shop/Clock.java:5";
    static final String NAME = "REPLAY_UNSTABLE_OPERATION_NAME shop/Handler.java:17";
    static final String PRINTED = "REPLAY_REPLAY_LOGGING shop/Handler.java:9";
    static final String PRINTED_WITHIN = "REPLAY_REPLAY_LOGGING shop/Handler.java:14";

    /** Compiles the program. */
    static Shop in(Path root) {
        Shop shop = new Shop(root);
        Programs.write(shop.sources(), SOURCES);
        Programs.compile(shop.sources(), shop.classes(), Fixtures.classPath());
        return shop;
    }

    Path sources() {
        return root.resolve("src/main/java");
    }

    Path classes() {
        return root.resolve("target/classes");
    }

    Path handler() {
        return classes().resolve("shop/Handler.class");
    }

    /** Writes a resource beside the classes. */
    void resource(String name, String text) {
        file(classes().resolve(name), text);
    }

    /** Writes a file elsewhere. */
    Path file(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> classPath() {
        return Fixtures.classPath();
    }
}
