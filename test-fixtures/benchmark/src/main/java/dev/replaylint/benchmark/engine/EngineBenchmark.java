package dev.replaylint.benchmark.engine;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.benchmark.GeneratedProject;
import dev.replaylint.benchmark.tools.StandIn;
import dev.replaylint.durable.ReplayModel;
import dev.replaylint.report.Report;
import dev.replaylint.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** One module's worth of code: parsing what matters of it, the model of it, the whole analysis, and the same from class files. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class EngineBenchmark {

    @Param("20")
    public int handlers;

    @Param("20000")
    public int lines;

    private Path root;
    private Path classes;
    private List<Path> reached;
    private List<Path> classPath;

    @Setup
    public void generate() throws IOException {
        root = Files.createTempDirectory("replay-lint-benchmark");
        GeneratedProject project = GeneratedProject.write(root, handlers, lines);
        reached = project.reached();
        classPath = StandIn.classPath();
        classes = Programs.compile(root, root.resolve("classes"), classPath);
    }

    @Benchmark
    public void parse(Blackhole sink) throws IOException {
        JavaParser parser = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.BLEEDING_EDGE));
        for (Path file : reached) {
            sink.consume(parser.parse(Files.readString(file)));
        }
    }

    @Benchmark
    public int model() {
        return Programs.fromSources(root, classPath, ReplayModel::operationTrees)
                .size();
    }

    @Benchmark
    public int modelFromClasses() {
        return Programs.fromClasses(classes, classPath, ReplayModel::operationTrees)
                .size();
    }

    @Benchmark
    public Report sources() {
        return new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Sources(List.of(root), List.of(), classPath, StandardCharsets.UTF_8))
                .report();
    }

    @Benchmark
    public Report classFiles() {
        return new ReplayLint(Configuration.defaults())
                .analyze(new ReplayLint.Classes(List.of(classes), classPath))
                .report();
    }
}
