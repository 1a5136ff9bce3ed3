package dev.replaylint.maven;

import dev.replaylint.Configuration;
import dev.replaylint.ConfigurationReader;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * Checks the durable functions of a module for replay safety, and fails the build if it finds errors. Reads sources; nothing needs
 * to be compiled.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        threadSafe = true,
        requiresDependencyCollection = ResolutionScope.COMPILE)
@SuppressWarnings("NullAway.Init")
public final class CheckMojo extends AbstractMojo {

    /** Skips all goals of this plugin. */
    @Parameter(property = "replay-lint.skip", defaultValue = "false")
    private boolean skip;

    /** Skips this goal. */
    @Parameter(property = "replay-lint.check.skip", defaultValue = "false")
    private boolean skipCheck;

    /** The mildest severity that fails the build: {@code error}, {@code warning}, {@code info} or {@code never}. */
    @Parameter(property = "replay-lint.failOn", defaultValue = "error")
    private String failOn;

    /** {@code false} is the same as {@code failOn=never}: other analyzers taught that name. */
    @Parameter(property = "replay-lint.failOnViolation", defaultValue = "true")
    private boolean failOnViolation;

    /** Whether the build fails when a file could not be read, parsed or analysed. */
    @Parameter(property = "replay-lint.failOnIncomplete", defaultValue = "true")
    private boolean failOnIncomplete;

    /** Globs on paths relative to the source root, such as {@code shop/orders/**}; only these files are judged. */
    @Parameter(property = "replay-lint.includes")
    private List<String> includes;

    /** Globs on paths relative to the source root; these files are not judged. */
    @Parameter(property = "replay-lint.excludes")
    private List<String> excludes;

    /** Whether test sources are judged, too. */
    @Parameter(property = "replay-lint.includeTests", defaultValue = "false")
    private boolean includeTests;

    /** Whether sources below the build directory are judged, too. They are read in any case. */
    @Parameter(property = "replay-lint.includeGenerated", defaultValue = "false")
    private boolean includeGenerated;

    /** The most findings that are printed; files have all of them. */
    @Parameter(property = "replay-lint.maxFindings", defaultValue = "50")
    private int maxFindings;

    /** Files to write below {@code replay-lint} in the build directory: {@code sarif}, {@code json}. */
    @Parameter(property = "replay-lint.formats", defaultValue = "sarif,json")
    private List<String> formats;

    /** Directory that paths in the files are relative to; the nearest parent directory with {@code .git} if not set. */
    @Parameter(property = "replay-lint.srcRoot")
    private Path srcRoot;

    @Parameter(property = "encoding", defaultValue = "${project.build.sourceEncoding}")
    private String encoding;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final RepositorySystem repositories;

    @Inject
    CheckMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipCheck) {
            getLog().info("replay-lint: skipped");
            return;
        }
        UnknownParameters.warn(execution, getLog());
        FailOn threshold = failOnViolation ? FailOn.parse(failOn) : FailOn.NEVER;
        Module module = new Module(project, session, includeTests, includeGenerated);
        if (module.judgedRoots().isEmpty()) {
            getLog().debug("replay-lint: no sources");
            return;
        }
        long start = System.nanoTime();
        ReplayLint.Analysis analysis = analyze(module);
        double seconds = (System.nanoTime() - start) / 1e9;
        ReportContext context = module.context(analysis.paths(), srcRoot, execution);
        conclude(analysis.report(), context, seconds, threshold, module);
    }

    private ReplayLint.Analysis analyze(Module module) throws MojoExecutionException {
        DependencyJars jars = new DependencyJars(repositories, session, project, getLog());
        ReplayLint.Sources sources = new ReplayLint.Sources(
                module.judgedRoots(), module.otherRoots(), jars.resolve(), module.encoding(encoding));
        try {
            return new ReplayLint(configuration(module)).analyze(sources);
        } catch (IllegalStateException e) {
            throw new MojoExecutionException("replay-lint: " + e.getMessage() + "; please report this", e);
        }
    }

    private Configuration configuration(Module module) throws MojoExecutionException {
        try {
            return ConfigurationReader.read(module.configurationFile(), includes, excludes);
        } catch (ConfigurationReader.Invalid e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void conclude(Report report, ReportContext context, double seconds, FailOn threshold, Module module)
            throws MojoExecutionException, MojoFailureException {
        boolean silent = report.coverage().handlers() == 0 && report.problems().isEmpty();
        if (silent && !module.usesSdk()) {
            getLog().debug("replay-lint: no durable handlers");
            return;
        }
        Path directory = Path.of(project.getBuild().getDirectory()).resolve("replay-lint");
        List<Path> written;
        try {
            written = OutputFiles.write(report, context, directory, formats, execution.getExecutionId());
        } catch (IOException e) {
            throw new MojoExecutionException("replay-lint: cannot write to " + directory + ": " + e.getMessage(), e);
        }
        new Console(getLog(), context, maxFindings).print(report, seconds, written);
        Verdict.of(report, threshold, failOnIncomplete, written, context).enforce();
    }
}
