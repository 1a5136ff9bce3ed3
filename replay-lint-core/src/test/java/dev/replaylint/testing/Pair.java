package dev.replaylint.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A handler before and after a change, as two source files. In the text of a pair {@code ctx:step charge} stands for a step, and so for
 * waits and invokes; what has no {@code handleRequest} is the body of one, and {@code $H} is the handler's name.
 *
 * @param topic the file the pair is in
 * @param title what was changed
 * @param handler name of the handler's class
 * @param before the source before
 * @param after the source after, with what is expected at the end of lines
 */
public record Pair(String topic, String title, String handler, String before, String after) {

    private static final Path PAIRS = Path.of("src/test/resources/pairs");

    private static final Pattern SHORT = Pattern.compile("(\\w+):(step|wait|invoke) ([\\w-]+)");

    private static final Pattern EXPECTED = Pattern.compile("// expect: ([a-z-]+) (\\w+)(?: \"(.*)\")?$");

    private static final String IMPORTS = """
            package shop;
            import java.time.Duration;
            import java.util.*;
            import software.amazon.lambda.durable.*;
            import software.amazon.lambda.durable.config.*;
            import software.amazon.lambda.durable.model.*;
            import software.amazon.lambda.durable.retry.*;
            """;

    /** What the handlers of all pairs use. */
    public static final String COMMON = """
            package shop;
            import java.util.List;
            import software.amazon.lambda.durable.DurableHandler;
            record Order(String id, boolean vip, List<Item> items) {}
            record Item(String sku) {}
            interface Api {
                String call(String what);
            }
            final class Names {
                static final String CHARGE = "order-" + "charge";
                static final String PAY = "order-pay";
            }
            abstract class Base extends DurableHandler<Order, String> {
                Api api;
            }
            """;

    /**
     * A finding that is expected.
     *
     * @param line in the file after the change
     * @param message a part of it; empty for any
     */
    public record Expected(int line, String rule, String severity, String message) {}

    /** All pairs. */
    public static List<Pair> all() {
        List<Pair> pairs = new ArrayList<>();
        try (Stream<Path> files = Files.list(PAIRS)) {
            for (Path file : files.sorted().toList()) {
                String topic = file.getFileName().toString().replace(".txt", "");
                for (String text : Files.readString(file).substring(5).split("(?m)^#### ")) {
                    String[] parts = text.split("\n", 2);
                    String[] codes = parts[1].split("(?m)^----\n");
                    String handler = "H" + (pairs.size() + 1);
                    pairs.add(new Pair(topic, parts[0], handler, source(codes[0], handler), source(codes[1], handler)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pairs;
    }

    private static String source(String code, String handler) {
        String written = code.replace("$H", handler);
        if (!written.contains("class " + handler + " ")) {
            String method = written.contains("handleRequest")
                    ? written
                    : "public String handleRequest(Order order, DurableContext ctx) {\n" + written + end(written)
                            + "}\n";
            written = "final class " + handler + " extends Base {\n" + method + "}\n";
        }
        return IMPORTS
                + SHORT.matcher(written)
                        .replaceAll(m -> Matcher.quoteReplacement(operation(m.group(1), m.group(2), m.group(3))));
    }

    private static String end(String code) {
        String[] lines = code.split("\n");
        return lines[lines.length - 1].startsWith("return ") ? "" : "return \"done\";\n";
    }

    private static String operation(String context, String kind, String name) {
        return switch (kind) {
            case "wait" -> context + ".wait(\"" + name + "\", Duration.ofMinutes(5));";
            case "invoke" -> context + ".invoke(\"" + name + "\", \"f:1\", order.id(), String.class);";
            default -> context + ".step(\"" + name + "\", String.class, s -> api.call(\"" + name + "\"));";
        };
    }

    /** What is to be found after the change. */
    public List<Expected> expected() {
        List<Expected> expected = new ArrayList<>();
        String[] lines = after.split("\n");
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = EXPECTED.matcher(lines[i]);
            if (matcher.find()) {
                String message = matcher.group(3) == null ? "" : matcher.group(3);
                expected.add(new Expected(i + 1, matcher.group(1), matcher.group(2), message));
            }
        }
        return expected;
    }

    @Override
    public String toString() {
        return topic + ": " + title;
    }
}
