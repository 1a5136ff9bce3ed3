package dev.replaylint.benchmark.tools;

import dev.replaylint.benchmark.GeneratedProject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tools, each as its documentation says it is run, with its own default rules, without a cache of earlier runs. */
final class Tools {

    private static final String RESOLVE = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath";

    private final Path module;
    private final Path work;
    private final String version;

    /**
     * @param module this module's directory
     * @param work where files may be written
     * @param version of the analyzer
     */
    Tools(Path module, Path work, String version) {
        this.module = module;
        this.work = work;
        this.version = version;
    }

    Tool check(GeneratedProject project) {
        return check("replay-lint `check` through Maven", project, false);
    }

    /** Its first run is as {@link #check}. */
    Tool again(GeneratedProject project) {
        return check("replay-lint `check` again, nothing changed", project, true);
    }

    private Tool check(String name, GeneratedProject project, boolean incremental) {
        List<String> command = maven("-o", "-Dreplay-lint.version=" + version, "-Dreplay-lint.failOn=never");
        command.add("-Dreplay-lint.incremental=" + incremental);
        command.add("dev.replaylint:replay-lint-maven-plugin:" + version + ":check");
        return new Tool(name, project.directory(), command);
    }

    Tool mavenAlone(GeneratedProject project) {
        List<String> command = maven("-o", "-Dreplay-lint.version=" + version, "validate");
        return new Tool("Maven alone, for these modules", project.directory(), command);
    }

    Tool facade(GeneratedProject project) {
        List<String> command = java(ownClassPath(), Analyze.class.getName());
        command.addAll(roots(project));
        return new Tool("replay-lint in a plain JVM", work, command);
    }

    Tool parseAll(GeneratedProject project) throws IOException {
        return parse("JavaParser, parsing all files", project.files());
    }

    Tool parseReached(GeneratedProject project) throws IOException {
        return parse("JavaParser, parsing the files that matter", project.reached());
    }

    private Tool parse(String name, List<Path> files) throws IOException {
        Path list = Files.createTempFile(work, "files", ".txt");
        Files.write(list, files.stream().map(Path::toString).toList());
        List<String> command = java(ownClassPath(), Parse.class.getName(), list.toString());
        return new Tool(name, work, command);
    }

    Tool pmd(GeneratedProject project) throws IOException, InterruptedException {
        List<String> command = java(classPath("pmd"), "net.sourceforge.pmd.cli.PmdCli", "check");
        command.addAll(List.of("--dir", String.join(",", roots(project))));
        command.addAll(List.of("--rulesets", "rulesets/java/quickstart.xml", "--format", "text"));
        command.addAll(List.of("--report-file", work.resolve("pmd.txt").toString()));
        command.addAll(List.of("--no-cache", "--no-progress", "--no-fail-on-violation"));
        return new Tool("PMD 7.27.0, quickstart rules", work, command);
    }

    Tool checkstyle(GeneratedProject project) throws IOException, InterruptedException {
        List<String> command = java(classPath("checkstyle"), "com.puppycrawl.tools.checkstyle.Main");
        command.addAll(List.of("-c", "/sun_checks.xml"));
        command.addAll(List.of("-o", work.resolve("checkstyle.txt").toString()));
        command.addAll(roots(project));
        // Its exit code is the number of errors.
        return new Tool("Checkstyle 12.3.1, Sun checks", work, command, Optional.of("errors."));
    }

    /** Compiles the project first, which does not count. */
    Tool spotBugs(GeneratedProject project) throws IOException, InterruptedException {
        Path classes = Files.createDirectories(work.resolve(project.directory().getFileName() + "-classes"));
        Path files = work.resolve("javac.txt");
        List<String> arguments =
                new ArrayList<>(List.of("-g", "-proc:none", "--release", "17", "-d", classes.toString()));
        arguments.addAll(List.of("-cp", sdk()));
        project.files().forEach(f -> arguments.add(f.toString()));
        Files.write(files, arguments);
        new Tool("javac", work, List.of(program("javac"), "@" + files)).run(work);
        List<String> command = java(classPath("spotbugs"), "edu.umd.cs.findbugs.FindBugs2");
        command.add("-xml=" + work.resolve("spotbugs.xml"));
        command.addAll(List.of("-auxclasspath", sdk(), classes.toString()));
        return new Tool("SpotBugs 4.9.8, default effort", work, command);
    }

    /** The class path of a tool, by its POM. */
    private String classPath(String tool) throws IOException, InterruptedException {
        Path file = work.resolve(tool + ".classpath");
        List<String> command =
                maven("-q", "-f", module.resolve("tools/" + tool + ".xml").toString(), RESOLVE);
        command.add("-Dmdep.outputFile=" + file);
        new Tool("class path of " + tool, work, command).run(work);
        return Files.readString(file).strip();
    }

    private static String sdk() {
        return StandIn.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Processes run in other directories. */
    private static String ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(e -> Path.of(e).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> roots(GeneratedProject project) {
        return project.roots().stream().map(Path::toString).toList();
    }

    private static List<String> java(String classPath, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program("java"), ToolBenchmark.HEAP, "-cp", classPath));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Maven, with the local repository that this program was told of, if it was. */
    private static List<String> maven(String... arguments) {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp"));
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        command.addAll(List.of(arguments));
        return command;
    }
}
