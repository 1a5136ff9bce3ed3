package dev.replaylint.maven;

import dev.replaylint.Committed;
import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.manifest.Recorded;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.report.ci.GitHubAnnotations;
import dev.replaylint.report.merged.InvalidReport;
import dev.replaylint.suppression.Acceptance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

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
public final class CheckMojo extends AnalysisMojo {

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

    /**
     * Severity of changes that break running executions, against the committed manifest: {@code error}, {@code warning}, {@code info}
     * or {@code off}. Wins over {@code manifest.severity} in {@code replay-lint.yml}; {@code error} if neither is set.
     */
    @Parameter(property = "replay-lint.manifest.severity")
    private @Nullable String manifestSeverity;

    /**
     * Whether operations that are not in the manifest are errors, and so a missing manifest. Wins over {@code requireManifest} in
     * {@code replay-lint.yml}; {@code false} if neither is set.
     */
    @Parameter(property = "replay-lint.requireManifest")
    private @Nullable Boolean requireManifest;

    /** The most findings that are printed; files have all of them. */
    @Parameter(property = "replay-lint.maxFindings", defaultValue = "50")
    private int maxFindings;

    /**
     * Files to write below {@code replay-lint} in the build directory: {@code sarif}, {@code json}, {@code html} ({@code
     * index.html}), {@code markdown}, {@code checkstyle} ({@code checkstyle-result.xml}), {@code junit} ({@code
     * TEST-replay-lint.xml}), {@code gitlab} ({@code gl-code-quality-report.json}).
     */
    @Parameter(property = "replay-lint.formats", defaultValue = "sarif,json")
    private List<String> formats;

    /**
     * Whether SARIF has what is suppressed, too, marked as such. Viewers that do not know suppressions show it as open: GitHub is one
     * of them.
     */
    @Parameter(property = "replay-lint.sarif.includeSuppressed", defaultValue = "false")
    private boolean sarifSuppressed;

    /**
     * Whether findings are told to GitHub Actions, as annotations and in the summary of the step: {@code true}, {@code false}, or {@code
     * auto} for whether the build runs there.
     */
    @Parameter(property = "replay-lint.github", defaultValue = "auto")
    private String github;

    /** Directory that paths in the files are relative to; the nearest parent directory with {@code .git} if not set. */
    @Parameter(property = "replay-lint.srcRoot")
    private Path srcRoot;

    @Inject
    CheckMojo(RepositorySystem repositories) {
        super(repositories);
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        if (skipCheck) {
            getLog().info(SKIPPED);
            return;
        }
        Outlets outlets = outlets();
        Module module = module();
        if (module.judgedRoots().isEmpty()) {
            getLog().debug("replay-lint: no sources");
            removeOld();
            return;
        }
        Configuration read = configuration(module);
        Configuration configuration = read.with(settings(read.manifest(), manifestSeverity, requireManifest));
        ManifestCheck manifest = manifestCheck(configuration, module);
        long start = System.nanoTime();
        Optional<Recorded> recorded = recorded(manifest);
        Committed committed = new Committed(manifest.compared(recorded), baseline());
        ReplayLint.Analysis analysis = analyze(module, replayLint(configuration, outlets), committed);
        double seconds = (System.nanoTime() - start) / 1e9;
        ReportContext context = context(module, manifest.paths(analysis.paths()), srcRoot);
        manifest.warn(recorded, analysis, getLog());
        warnOfStaleEntries(analysis, module);
        if (isSilent(analysis.report(), module)) {
            removeOld();
        } else {
            tell(analysis.report(), context, seconds, outlets);
        }
    }

    /** What an earlier build said of code that is gone would be read as if this one had said it. */
    private void removeOld() throws MojoExecutionException {
        Path directory = OutputFiles.directory(project);
        OutputFiles all = OutputFiles.none().others();
        try {
            all.remove(directory, execution.getExecutionId());
            new MergedFiles(new Reactor(session), all.ofAllModules()).removeOld();
        } catch (IOException e) {
            throw new MojoExecutionException("replay-lint: cannot delete in " + directory + ": " + e.getMessage(), e);
        }
    }

    private void warnOfStaleEntries(ReplayLint.Analysis analysis, Module module) {
        int stale = analysis.acceptance().map(Acceptance::stale).orElse(0);
        if (stale > 0) {
            getLog().warn("replay-lint: " + module.printed(baselineFile().path()) + " accepts " + stale
                    + (stale == 1 ? " finding that is" : " findings that are")
                    + " no longer there; remove with: mvn replay-lint:baseline" + module.selection());
        }
    }

    /** Where the result goes. */
    private record Outlets(FailOn failOn, OutputFiles files, Optional<GitHub> github) {}

    private Outlets outlets() throws MojoExecutionException {
        FailOn threshold = failOnViolation ? FailOn.parse(failOn) : FailOn.NEVER;
        OutputFiles files = OutputFiles.of(formats, threshold, sarifSuppressed);
        return new Outlets(threshold, files, GitHub.of(github, System.getenv()));
    }

    private static ReplayLint replayLint(Configuration configuration, Outlets outlets) {
        boolean workflows = outlets.files().needWorkflows() || outlets.github().isPresent();
        ReplayLint plain = new ReplayLint(configuration);
        return workflows ? plain.withWorkflows() : plain;
    }

    private void tell(Report report, ReportContext context, double seconds, Outlets outlets)
            throws MojoExecutionException, MojoFailureException {
        List<Path> written = write(outlets.files(), report, context);
        // Modules are checked at the same time; what is said of one of them belongs together.
        synchronized (new Reactor(session).console()) {
            new Console(getLog(), context, maxFindings).print(report, seconds, written);
            outlets.github().ifPresent(g -> g.tell(report, context, annotations(), getLog()));
        }
        Verdict.of(report, outlets.failOn(), failOnIncomplete, written, context).enforce();
    }

    /** How many annotations the step still has room for, of all modules. */
    private Map<String, Integer> annotations() {
        return new Reactor(session).map("annotations", GitHubAnnotations::room);
    }

    private List<Path> write(OutputFiles files, Report report, ReportContext context) throws MojoExecutionException {
        Path directory = OutputFiles.directory(project);
        String module = project.getBasedir() + " " + execution.getExecutionId();
        try {
            files.others().remove(directory, execution.getExecutionId());
            List<Path> written = files.write(report, context, directory, execution.getExecutionId());
            MergedFiles merged = new MergedFiles(new Reactor(session), files.ofAllModules());
            return Stream.concat(written.stream(), merged.add(module, report, context).stream())
                    .toList();
        } catch (InvalidReport e) {
            throw new IllegalStateException("a report cannot be read back: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("replay-lint: cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }
}
