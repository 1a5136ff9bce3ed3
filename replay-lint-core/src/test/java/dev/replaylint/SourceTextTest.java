package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The layering and house rules that only the text shows: inlined constants leave no trace in class files. */
final class SourceTextTest {

    private static final Path MAIN = Path.of("src/main/java/dev/replaylint");

    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_RULE = 100;

    @Test
    void librariesAreNamedInTheirOwnPackagesOnly() throws IOException {
        assertThat(naming("org.objectweb.asm", "bytecode")).isEmpty();
        assertThat(naming("com.github.javaparser", "source")).isEmpty();
        assertThat(naming("org.snakeyaml", "yaml")).isEmpty();
    }

    @Test
    void theSdkIsNamedInOnePlaceOnly() throws IOException {
        List<Path> naming = new ArrayList<>();
        for (Path file : sources()) {
            boolean isTheOne = file.endsWith("sdk/DurableSdk.java");
            if (!isTheOne && code(file).contains("\"software.amazon.lambda.durable")) {
                naming.add(file);
            }
        }
        assertThat(naming).isEmpty();
    }

    @Test
    void nothingPrints() throws IOException {
        for (Path file : sources()) {
            assertWithMessage(file.toString()).that(code(file)).doesNotContain("System.out");
            assertWithMessage(file.toString()).that(code(file)).doesNotContain("System.err");
            assertWithMessage(file.toString()).that(code(file)).doesNotContain("printStackTrace");
        }
    }

    @Test
    void nothingIsLeftToDo() throws IOException {
        for (Path file : sources()) {
            assertWithMessage(file.toString()).that(Files.readString(file)).doesNotContain("TO" + "DO");
        }
    }

    @Test
    void filesStaySmall() throws IOException {
        for (Path file : sources()) {
            boolean rule = file.getParent().endsWith("rules");
            assertWithMessage(file.toString())
                    .that((int) Files.lines(file).count())
                    .isAtMost(rule ? LONGEST_RULE : LONGEST_FILE);
        }
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        for (Path file : sources()) {
            Path info = file.resolveSibling("package-info.java");
            assertWithMessage(info.toString()).that(Files.exists(info)).isTrue();
            assertWithMessage(info.toString()).that(Files.readString(info)).contains("@NullMarked");
        }
    }

    private static List<Path> naming(String name, String allowedPackage) throws IOException {
        List<Path> naming = new ArrayList<>();
        for (Path file : sources()) {
            if (!file.startsWith(MAIN.resolve(allowedPackage)) && code(file).contains(name)) {
                naming.add(file);
            }
        }
        return naming;
    }

    /** The text without Javadoc and comments. */
    private static String code(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n]*", "");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }
}
