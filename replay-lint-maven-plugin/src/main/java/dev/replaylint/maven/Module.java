package dev.replaylint.maven;

import dev.replaylint.committed.PlainFile;
import dev.replaylint.report.ReportContext;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A module of the build as the analysis sees it: its source roots, and those of the modules it depends on. */
final class Module {

    private static final String CONFIGURATION = "replay-lint.yml";
    private static final Set<String> SDK_ARTIFACTS =
            Set.of("aws-durable-execution-sdk-java", "replay-lint-fixtures-durable-sdk-api");

    private final MavenProject project;
    private final MavenSession session;
    private final boolean tests;
    private final boolean generated;

    Module(MavenProject project, MavenSession session, boolean tests, boolean generated) {
        this.project = project;
        this.session = session;
        this.tests = tests;
        this.generated = generated;
    }

    List<Path> judgedRoots() {
        return roots().stream().filter(r -> generated || !isGenerated(r)).toList();
    }

    /** Generated sources of this module, and all sources of the modules of this build that it depends on. */
    List<Path> otherRoots() {
        List<Path> others = new ArrayList<>(
                roots().stream().filter(r -> !generated && isGenerated(r)).toList());
        for (MavenProject sibling : siblings()) {
            sibling.getCompileSourceRoots().stream()
                    .map(Path::of)
                    .filter(Files::isDirectory)
                    .forEach(others::add);
        }
        return others;
    }

    private List<Path> roots() {
        List<String> roots = new ArrayList<>(project.getCompileSourceRoots());
        if (tests) {
            roots.addAll(project.getTestCompileSourceRoots());
        }
        Set<Path> existing = new LinkedHashSet<>();
        roots.stream().map(Path::of).filter(Files::isDirectory).forEach(existing::add);
        return List.copyOf(existing);
    }

    private boolean isGenerated(Path root) {
        return root.startsWith(Path.of(project.getBuild().getDirectory()));
    }

    private List<MavenProject> siblings() {
        Set<String> dependencies = new LinkedHashSet<>();
        project.getArtifacts().forEach(a -> dependencies.add(a.getGroupId() + ":" + a.getArtifactId()));
        return session.getAllProjects().stream()
                .filter(p -> !p.equals(project) && dependencies.contains(p.getGroupId() + ":" + p.getArtifactId()))
                .toList();
    }

    /** Whether the module depends on the durable SDK, so that no handler at all would be a surprise. */
    boolean usesSdk() {
        return project.getArtifacts().stream().map(Artifact::getArtifactId).anyMatch(SDK_ARTIFACTS::contains);
    }

    Charset encoding(@Nullable String name) throws MojoExecutionException {
        if (name == null || name.isBlank()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MojoExecutionException("the encoding `" + name + "` is not known to this Java runtime", e);
        }
    }

    /** The module's configuration, else the one of the build's root directory. */
    Optional<Path> configurationFile() {
        Path own = directory().resolve(CONFIGURATION);
        Path root = buildRoot().resolve(CONFIGURATION);
        // What is there, but no file, is not passed over: it would switch off what somebody has configured.
        return PlainFile.exists(own) ? Optional.of(own) : Optional.of(root).filter(PlainFile::exists);
    }

    private Path buildRoot() {
        File root = session.getRequest().getMultiModuleProjectDirectory();
        return root == null ? directory() : root.toPath();
    }

    /** Where there is no project, the directory that the build was started in. */
    private Path directory() {
        File own = project.getBasedir();
        return own == null ? Path.of(session.getExecutionRootDirectory()) : own.toPath();
    }

    ReportContext context(Map<String, Path> files, @Nullable Path srcRoot, MojoExecution execution, Charset encoding) {
        Path root = srcRoot == null ? repositoryRoot() : srcRoot;
        Path start = Path.of(session.getExecutionRootDirectory());
        return new ReportContext(
                project.getArtifactId(),
                root,
                start,
                files,
                execution.getPlugin().getVersion(),
                encoding);
    }

    /** What the module is called, and where: that is printed, and written into files. */
    Map<String, String> places(ReportContext context, MojoExecution execution) {
        Reactor reactor = new Reactor(session);
        return Map.of(
                "module name", context.module(),
                "module directory", directory().toString(),
                "module output", OutputFiles.directory(project).toString(),
                "module suffix", OutputFiles.suffix(execution.getExecutionId()),
                "module uses SDK", String.valueOf(usesSdk()),
                "repository", context.root().toString(),
                "start", context.start().toString(),
                "output of all modules",
                        reactor.hasModules()
                                ? OutputFiles.directory(reactor.root()).toString()
                                : "",
                "version", context.version());
    }

    /** A path relative to the directory that the build was started in. */
    String printed(Path file) {
        Path start =
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(start)
                ? start.relativize(absolute).toString().replace('\\', '/')
                : file.toString();
    }

    /** The arguments that select this module; none where it is the only one. */
    String selection() {
        Path start =
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        Path module = project.getBasedir().toPath().toAbsolutePath().normalize();
        return module.equals(start) || !module.startsWith(start) ? "" : " -pl " + printed(module);
    }

    private Path repositoryRoot() {
        Path at = project.getBasedir().toPath().toAbsolutePath();
        while (at != null && !Files.exists(at.resolve(".git"))) {
            at = at.getParent();
        }
        return at == null ? buildRoot() : at;
    }
}
