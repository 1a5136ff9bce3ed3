package dev.replaylint.bodies;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Handlers of random statements, nested at random. */
final class RandomBody {

    private static final String IN_LOOP = "loop: ";
    private static final List<String> STATEMENTS = statements();

    private final Random random;
    private int number;

    private RandomBody(long seed) {
        this.random = new Random(seed);
    }

    /** A file with one handler, the same for the same seed. */
    static String handler(String name, long seed) {
        return """
                package bodies;

                import java.time.Duration;
                import java.util.ArrayList;
                import java.util.List;
                import org.slf4j.Logger;
                import org.slf4j.LoggerFactory;
                import software.amazon.lambda.durable.DurableContext;
                import software.amazon.lambda.durable.DurableHandler;

                public final class NAME extends DurableHandler<String, String> {

                    private static final Logger LOG = LoggerFactory.getLogger(NAME.class);

                    @Override
                    public String handleRequest(String input, DurableContext context) {
                        String text = input;
                        int count = 0;
                        boolean asked = input.isEmpty();
                        List<String> kept = new ArrayList<>();
                        BODY
                        return text + count + asked + kept;
                    }

                    private static void check(String text) {
                        if (text.isEmpty()) {
                            throw new IllegalStateException();
                        }
                    }
                }
                """.replace("NAME", name).replace("BODY", new RandomBody(seed).block(4, false));
    }

    private String block(int depth, boolean loop) {
        StringBuilder block = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            block.append(statement(depth, loop)).append('\n');
        }
        return block.toString();
    }

    private String statement(int depth, boolean loop) {
        String chosen = STATEMENTS.get(random.nextInt(STATEMENTS.size()));
        boolean deep = depth == 0 && chosen.contains("@");
        if (deep || chosen.startsWith(IN_LOOP) && !loop) {
            return statement(depth, loop);
        }
        String text = chosen.replace(IN_LOOP, "").replace("%", Integer.toString(number++));
        // Each on lines of its own, so that findings tell them apart.
        text = text.replace("{ ", "{\n").replace("; ", ";\n");
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@')) {
            boolean inLoop = text.startsWith("@@", at);
            String inner = block(depth - 1, inLoop || loop && !chosen.startsWith("switch"));
            text = text.substring(0, at) + inner + text.substring(at + (inLoop ? 2 : 1));
        }
        return text;
    }

    private static List<String> statements() {
        try (InputStream lines = Objects.requireNonNull(RandomBody.class.getResourceAsStream("statements.txt"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
