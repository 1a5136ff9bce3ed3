package dev.replaylint.spotbugs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.Iterables;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is published, in a JVM that has nothing but SpotBugs and its libraries. */
final class PackagingIT {

    private static final Path JAR = Path.of(System.getProperty("packaged.jar"));

    private static final List<Path> SPOTBUGS = Arrays.stream(
                    System.getProperty("spotbugs.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(p -> !p.getFileName().toString().startsWith("jspecify"))
            .toList();

    private static final Path PAGE = Path.of("..", "docs", "spotbugs.md");

    private static final int LARGEST = 3 << 19;

    @TempDir
    Path directory;

    private Shop shop;

    /** What the page supposes: SpotBugs in {@code spotbugs}, the jar, sources and classes as Maven has them. */
    @BeforeEach
    void layOut() throws IOException {
        shop = Shop.in(directory);
        Path libraries = Files.createDirectories(directory.resolve("spotbugs/lib"));
        for (Path library : SPOTBUGS) {
            Files.copy(library, libraries.resolve(library.getFileName()));
        }
        Files.copy(JAR, directory.resolve(JAR.getFileName()));
    }

    @Test
    void theCommandOfThePageFindsWhatTheHarnessFinds() throws IOException, InterruptedException {
        assertThat(run(snippet("-sarif"))).isEqualTo(0);
        String text = Files.readString(directory.resolve("spotbugs.txt"));
        assertThat(text).contains("H R RPL: `System.currentTimeMillis` returns another time on every replay");
        assertThat(text).contains("At Clock.java:[line 5]");
        String xml = Files.readString(directory.resolve("spotbugs.xml"));
        assertThat(xml).contains("type=\"REPLAY_WALL_CLOCK\" priority=\"1\" rank=\"9\"");
        assertThat(xml).contains("<Errors errors=\"0\" missingClasses=\"0\">");
        String sarif = Files.readString(directory.resolve("spotbugs.sarif"));
        assertThat(sarif).contains("\"ruleId\":\"REPLAY_WALL_CLOCK\"");
        assertThat(sarif).contains("\"level\":\"error\"");
    }

    @Test
    void theShortCommandOfThePageRunsNothingElse() throws IOException, InterruptedException {
        shop.resource("META-INF/replay-lint.yml", "severities:\n  replay-logging: warning\n");
        assertThat(run(snippet("-exitcode"))).isEqualTo(1);
        List<String> lines = Files.readAllLines(directory.resolve("output.txt")).stream()
                .filter(l -> l.contains(" RPL: ") || l.contains("At "))
                .toList();
        assertWithMessage(Files.readString(directory.resolve("output.txt")))
                .that(lines)
                .hasSize(4);
        assertThat(lines.stream().filter(l -> l.startsWith("M R RPL: ")).toList())
                .hasSize(2);
    }

    @Test
    void java25RunsItOnClassesOfItsOwn() throws IOException, InterruptedException {
        Jdk jdk = Jdk.of(25);
        jdk.compile(shop.sources(), shop.classes(), Shop.classPath());
        assertThat(run("PATH=" + jdk.home().resolve("bin") + ":$PATH\n" + snippet("-exitcode")))
                .isEqualTo(1);
        assertThat(Files.readString(directory.resolve("output.txt"))).contains("At Clock.java:[line 5]");
    }

    private int run(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command).directory(directory.toFile());
        builder.environment().put("CLASSPATH", Jdk.path(Shop.classPath()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(directory.resolve("output.txt").toFile());
        int code = builder.start().waitFor();
        String output = Files.readString(directory.resolve("output.txt"));
        assertWithMessage(output).that(output).doesNotContain("Exception in");
        assertWithMessage(output).that(output).doesNotContain("errors occurred");
        return code;
    }

    /** The block of the page that has a word. */
    private static String snippet(String word) throws IOException {
        Matcher matcher = Pattern.compile("(?s)```sh\n(.*?)```").matcher(Files.readString(PAGE));
        List<String> found = matcher.results()
                .map(r -> r.group(1))
                .filter(s -> s.contains(word))
                .toList();
        return Iterables.getOnlyElement(found);
    }

    /** SpotBugs ends with whatever is missing in a plugin. */
    @Test
    void nothingIsMissingButWhatReadsSourcesAndDrawsWorkflows() {
        StringWriter output = new StringWriter();
        ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(output),
                        new PrintWriter(output),
                        "--missing-deps",
                        "-filter:none",
                        "--multi-release",
                        "base",
                        "-cp",
                        Jdk.path(SPOTBUGS),
                        JAR.toString());
        Set<String> missing = new TreeSet<>();
        Matcher matcher = Pattern.compile("(\\S+) +-> (\\S+) +not found").matcher(output.toString());
        matcher.results()
                .filter(r -> !r.group(1).endsWith(".jar"))
                .forEach(r -> missing.add(r.group(1) + " " + r.group(2)));
        assertThat(missing)
                .containsExactly(
                        "dev.replaylint.ReplayLint dev.replaylint.SourceProgram",
                        "dev.replaylint.Judgement dev.replaylint.report.workflow.Workflows");
    }

    @Test
    void onlyWhatIsNeededIsInIt() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(roots(names)).containsExactly("META-INF", "bugrank.txt", "dev", "findbugs.xml", "messages.xml");
            assertThat(names.stream()
                            .filter(n -> n.contains("/source/")
                                    || n.contains("/html/")
                                    || n.contains("org/snakeyaml")
                                    || n.endsWith(".md"))
                            .toList())
                    .isEmpty();
        }
        assertThat(Files.size(JAR)).isLessThan((long) LARGEST);
    }

    /** It is compressed by other means than the platform's, which reads it through, and compares sizes and check sums. */
    @Test
    void everyEntryIsWhole() throws IOException {
        try (ZipInputStream read = new ZipInputStream(Files.newInputStream(JAR));
                JarFile jar = new JarFile(JAR.toFile())) {
            long entries = 0;
            for (ZipEntry entry = read.getNextEntry(); entry != null; entry = read.getNextEntry()) {
                assertThat((long) read.readAllBytes().length)
                        .isEqualTo(jar.getEntry(entry.getName()).getSize());
                entries++;
            }
            assertThat(entries).isEqualTo(jar.size());
        }
    }

    private static Set<String> roots(List<String> names) {
        return names.stream().map(n -> n.split("/", 2)[0]).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Two builds of one state are the same file. */
    @Test
    void timesAreThoseOfTheState() throws IOException {
        LocalDateTime time =
                OffsetDateTime.parse(System.getProperty("packaged.time")).toLocalDateTime();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream()
                            .filter(e -> !e.getName().contains("/snakeyaml/"))
                            .filter(e -> !time.equals(e.getTimeLocal()))
                            .map(ZipEntry::getName)
                            .toList())
                    .isEmpty();
        }
    }

    @Test
    void theVersionIsTheBuilds() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                Stream<String> lines = new String(
                                jar.getInputStream(jar.getEntry("findbugs.xml")).readAllBytes(),
                                java.nio.charset.StandardCharsets.UTF_8)
                        .lines()) {
            String version = System.getProperty("packaged.version");
            assertThat(lines.filter(l -> l.contains(" version=\"" + version + "\""))
                            .toList())
                    .hasSize(1);
        }
    }
}
