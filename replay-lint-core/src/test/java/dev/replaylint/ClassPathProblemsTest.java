package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.program.Problem;
import dev.replaylint.report.JsonWriter;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.testing.Fixtures;
import dev.replaylint.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a class path is said once, of the file, and in the same words wherever the project lies. */
final class ClassPathProblemsTest {

    private static final String HANDLER = """
            package shop;
            import software.amazon.lambda.durable.DurableContext;
            import software.amazon.lambda.durable.DurableHandler;
            public class Shop extends DurableHandler<String, String> {
                @Override public String handleRequest(String order, DurableContext ctx) {
                    return ctx.step("pay", String.class, step -> lib.Damaged.pay(order));
                }
            }
            """;

    @TempDir
    private Path directory;

    /** A project with a broken jar and a damaged class, and where a jar is missing. */
    private ReplayLint.Sources project(Path root) throws IOException {
        Programs.write(root, Map.of("src/shop/Shop.java", HANDLER, "lib/broken.jar", "no jar"));
        Files.createDirectories(root.resolve("classes/lib"));
        Files.write(root.resolve("classes/lib/Damaged.class"), new byte[100]);
        List<Path> classPath = new ArrayList<>(Fixtures.classPath());
        List.of("lib/missing.jar", "lib/broken.jar", "classes").forEach(e -> classPath.add(root.resolve(e)));
        return new ReplayLint.Sources(List.of(root.resolve("src")), List.of(), classPath, StandardCharsets.UTF_8);
    }

    private String json(Path root) throws IOException {
        ReplayLint.Analysis analysis = new ReplayLint(Configuration.defaults()).analyze(project(root));
        StringBuilder text = new StringBuilder();
        new JsonWriter().write(analysis.report(), new ReportContext("shop", root, root, analysis.paths(), "1"), text);
        return text.toString();
    }

    @Test
    void eachIsSaidOnceWithItsFileAndWhatToDo() throws IOException {
        Report report = new ReplayLint(Configuration.defaults())
                .analyze(project(directory))
                .report();
        ReportContext context = new ReportContext("shop", directory, directory, Map.of(), "1");
        assertThat(context.problems(report).stream().map(p -> context.printedPath(p) + " " + p.reason()))
                .containsExactly(
                        "classes/lib/Damaged.class is no class file that can be read; compile it again",
                        "lib/broken.jar cannot be read: zip END header not found; build or download it again",
                        "lib/missing.jar does not exist; build or download it, or take it off the class path")
                .inOrder();
        assertThat(report.incomplete()).isFalse();
    }

    @Test
    void thePlaceOfTheProjectIsNotInIt() throws IOException {
        String here = json(directory.resolve("a/checkout"));
        String there = json(directory.resolve("zz/other/checkout"));
        assertThat(there).isEqualTo(here);
        assertThat(here).doesNotContain(directory.toString());
    }

    @Test
    void codeOfTheProjectIsLostAndSaidOnce() throws IOException {
        Path classes = directory.resolve("classes");
        Files.createDirectories(classes.resolve("shop"));
        Files.write(classes.resolve("shop/Shop.class"), new byte[100]);
        Files.write(classes.resolve("shop/Large.class"), new byte[5 << 20]);
        Path missing = directory.resolve("missing");
        Report report = new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Classes(List.of(classes, missing), List.of(classes)))
                .report();
        assertThat(report.problems())
                .containsExactly(
                        lost(classes.resolve("shop/Large.class"), "cannot be read: larger than 4 MB"),
                        lost(classes.resolve("shop/Shop.class"), "is no class file that can be read; compile it again"),
                        lost(missing, "does not exist; build or download it, or take it off the class path"))
                .inOrder();
    }

    private static Problem lost(Path file, String reason) {
        return new Problem(file.toString(), 0, reason, true);
    }
}
