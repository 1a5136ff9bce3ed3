package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.replaylint.report.Report;
import dev.replaylint.testing.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that leads in circles, or doubles at each turn, wherever values are followed back. */
final class HostileCodeTest {

    private static final String CIRCLES = """
            package shop;
            import java.util.function.Consumer;
            import software.amazon.awssdk.services.sqs.SqsClient;
            import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;
            public class Shop extends DurableHandler<Shop.Node, String> {
                static class Node { Node next; Node other; String name; Shop shop; }
                private final SqsClient sqs = SqsClient.create();
                @Override public String handleRequest(Node node, DurableContext ctx) {
                    return ctx.step("send", String.class, step -> send(first(node, 3), text("a", 9)));
                }
                private Node first(Node node, int left) {
                    while (node.next != null) { node = left > 0 ? node.next.other : first(node.other, left - 1); }
                    return left == 0 ? node : second(node, left);
                }
                private Node second(Node node, int left) { return left == 1 ? first(node.next, left) : second(node.other, left); }
                private String text(String part, int left) {
                    return left == 0 ? part : text(part + part, left - 1) + text(part, left - 1) + other(part, left);
                }
                private String other(String part, int left) { return text(part, left) + text(part + left, left) + other(part, left); }
                private String send(Node node, String text) {
                    String key = text;
                    %s
                    String all = key + node.name;
                    SendMessageRequest.Builder builder = SendMessageRequest.builder();
                    fill(builder, node);
                    return sqs.sendMessage(builder.messageDeduplicationId(all).build()).messageId();
                }
                private void fill(SendMessageRequest.Builder builder, Node node) {
                    builder.applyMutation(b -> fill(b, node.next)).applyMutation(b -> again(b, node.other));
                }
                private void again(SendMessageRequest.Builder builder, Node node) {
                    fill(builder, node);
                    builder.applyMutation(b -> fill(b, node)).applyMutation(b -> again(b, node));
                }
            }
            """;

    private static final String TASK = """
            package shop;
            import software.amazon.lambda.durable.DurableContext;
            public record Task%1$d(Task one, Task two, String name) implements Task {
                @Override public String run(DurableContext ctx, String in) {
                    String first = one.run(ctx, in);
                    String own = ctx.step(name + "-%1$d", String.class, step -> first);
                    return two.run(ctx, own);
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void circlesAndDoublingsAreGoneThroughInTime() throws IOException {
        write("Shop", CIRCLES.formatted("key = key + key;\n".repeat(60)));

        assertThat(analyzed().incomplete()).isFalse();
    }

    /** Each may be made of any two others: as deep as they may lie in each other, the ways to one are as many as the power says. */
    @Test
    void partsOfWholesAreGoneThroughInTime() throws IOException {
        write("Task", """
                package shop;
                import software.amazon.lambda.durable.DurableContext;
                public interface Task { String run(DurableContext ctx, String in); }
                """);
        for (int i = 0; i < 30; i++) {
            write("Task" + i, TASK.formatted(i));
        }

        assertThat(analyzed().incomplete()).isFalse();
    }

    private void write(String name, String code) throws IOException {
        Path file = directory.resolve("shop/" + name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, code);
    }

    private Report analyzed() {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> new ReplayLint(Configuration.defaults())
                        .analyze(new ReplayLint.Sources(
                                List.of(directory), List.of(), Fixtures.classPath(), StandardCharsets.UTF_8))
                        .report());
    }
}
