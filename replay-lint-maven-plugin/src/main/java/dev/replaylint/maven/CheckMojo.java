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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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

    /**
     * Whether a module in which nothing has changed since its last check gets the result of that, without being analysed. Off where GitHub
     * Actions are told.
     */
    @Parameter(property = "replay-lint.incremental", defaultValue = "true")
    private boolean incremental;

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
        ReplayLint.Sources sources = sources(module);
        Optional<LastCheck> last = lastCheck(module, sources, outlets);
        Optional<CheckResult> known = last.flatMap(LastCheck::result);
        if (known.isPresent()) {
            getLog().debug("replay-lint: unchanged since the last check");
            repeat(known.get(), context(module, Map.of(), srcRoot), outlets);
            return;
        }
        Checked checked = check(module, sources, outlets);
        if (isSilent(checked.report(), module)) {
            removeOld();
            store(new CheckResult(checked.warnings(), List.of(), Optional.empty(), Optional.empty()), checked, last);
            say(checked.warnings());
        } else {
            tell(checked, outlets, last);
        }
    }

    /** What an earlier build said of code that is gone would be read as if this one had said it. */
    private void removeOld() throws MojoExecutionException {
        OutputFiles all = OutputFiles.none().others();
        written(() -> {
            all.remove(OutputFiles.directory(project), execution.getExecutionId());
            new MergedFiles(new Reactor(session), all.ofAllModules()).removeOld();
            return all;
        });
    }

    /** Where the result goes. */
    private record Outlets(FailOn failOn, OutputFiles files, Optional<GitHub> github) {}

    private Outlets outlets() throws MojoExecutionException {
        FailOn threshold = failOnViolation ? FailOn.parse(failOn) : FailOn.NEVER;
        OutputFiles files = OutputFiles.of(formats, threshold, sarifSuppressed);
        return new Outlets(threshold, files, GitHub.of(github, System.getenv()));
    }

    /** Empty if it does not count: what GitHub is told is not stored. */
    private Optional<LastCheck> lastCheck(Module module, ReplayLint.Sources sources, Outlets outlets)
            throws MojoExecutionException {
        List<Path> analyzer = CheckInputs.analyzer(execution);
        if (!incremental || outlets.github().isPresent() || analyzer.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, String> settings = Parameters.of(this, execution.getMojoDescriptor());
        settings.putAll(module.places(context(module, Map.of(), srcRoot), execution));
        List<Path> committed = new ArrayList<>();
        module.configurationFile().ifPresent(committed::add);
        committed.add(manifestFile().path());
        committed.add(baselineFile().path());
        String name = "check" + OutputFiles.suffix(execution.getExecutionId()) + ".result";
        return Optional.of(new LastCheck(
                new CheckInputs(settings, analyzer, committed, sources),
                new ResultFile(OutputFiles.directory(project).resolve(name)),
                getLog()));
    }

    /** What has been found in a module, and is to be said of it before all else. */
    private record Checked(Report report, ReportContext context, List<Line> warnings, double seconds) {}

    private Checked check(Module module, ReplayLint.Sources sources, Outlets outlets) throws MojoExecutionException {
        Configuration read = configuration(module);
        Configuration configuration = read.with(settings(read.manifest(), manifestSeverity, requireManifest));
        ManifestCheck manifest = manifestCheck(configuration, module);
        long start = System.nanoTime();
        Optional<Recorded> recorded = recorded(manifest);
        Committed committed = new Committed(manifest.compared(recorded), baseline());
        ReplayLint.Analysis analysis = replayLint(configuration, outlets).analyze(sources, committed);
        double seconds = (System.nanoTime() - start) / 1e9;
        ReportContext context = context(module, manifest.paths(analysis.paths()), srcRoot);
        List<Line> warnings = new ArrayList<>(manifest.warnings(recorded, analysis));
        staleEntries(analysis, module).ifPresent(warnings::add);
        return new Checked(analysis.report(), context, warnings, seconds);
    }

    private static ReplayLint replayLint(Configuration configuration, Outlets outlets) {
        boolean workflows = outlets.files().needWorkflows() || outlets.github().isPresent();
        ReplayLint plain = new ReplayLint(configuration);
        return workflows ? plain.withWorkflows() : plain;
    }

    private Optional<Line> staleEntries(ReplayLint.Analysis analysis, Module module) {
        int stale = analysis.acceptance().map(Acceptance::stale).orElse(0);
        return stale == 0
                ? Optional.empty()
                : Optional.of(Line.warning(
                        "replay-lint: " + module.printed(baselineFile().path()) + " accepts " + stale
                                + (stale == 1 ? " finding that is" : " findings that are")
                                + " no longer there; remove with: mvn replay-lint:baseline" + module.selection()));
    }

    private void tell(Checked checked, Outlets outlets, Optional<LastCheck> last)
            throws MojoExecutionException, MojoFailureException {
        Report report = checked.report();
        ReportContext context = checked.context();
        List<Path> own = written(() -> ownFiles(outlets.files(), report, context));
        Optional<String> ofAll = written(() -> merged(outlets).report(report, context));
        List<Path> written = Stream.concat(own.stream(), merge(ofAll, context, outlets).stream())
                .toList();
        List<Line> lines = lines(checked, written);
        Verdict verdict = Verdict.of(report, outlets.failOn(), failOnIncomplete, written, context);
        List<String> names = own.stream().map(f -> f.getFileName().toString()).toList();
        store(new CheckResult(lines, names, ofAll, verdict.failure()), checked, last);
        // Modules are checked at the same time; what is said of one of them belongs together.
        synchronized (new Reactor(session).console()) {
            say(lines);
            outlets.github().ifPresent(g -> g.tell(report, context, annotations(), getLog()));
        }
        verdict.enforce();
    }

    private List<Path> ownFiles(OutputFiles files, Report report, ReportContext context) throws IOException {
        Path directory = OutputFiles.directory(project);
        files.others().remove(directory, execution.getExecutionId());
        return files.write(report, context, directory, execution.getExecutionId());
    }

    private List<Line> lines(Checked checked, List<Path> written) {
        Console console = new Console(checked.context(), maxFindings);
        List<Line> lines = new ArrayList<>(checked.warnings());
        lines.addAll(console.findings(checked.report()));
        lines.addAll(console.summary(checked.report(), checked.seconds(), written));
        return lines;
    }

    /** What could not be read may be there the next time, so a result with problems counts once only. */
    private static void store(CheckResult result, Checked checked, Optional<LastCheck> last) {
        if (checked.report().problems().isEmpty()) {
            last.ifPresent(l -> l.replace(result));
        }
    }

    /** Does what the last check has done. */
    private void repeat(CheckResult result, ReportContext context, Outlets outlets)
            throws MojoExecutionException, MojoFailureException {
        merge(result.report(), context, outlets);
        synchronized (new Reactor(session).console()) {
            say(result.lines());
        }
        new Verdict(result.failure(), Optional.empty()).enforce();
    }

    /** How many annotations the step still has room for, of all modules. */
    private Map<String, Integer> annotations() {
        return new Reactor(session).map("annotations", GitHubAnnotations::room);
    }

    private MergedFiles merged(Outlets outlets) {
        return new MergedFiles(new Reactor(session), outlets.files().ofAllModules());
    }

    private List<Path> merge(Optional<String> report, ReportContext context, Outlets outlets)
            throws MojoExecutionException {
        String module = project.getBasedir() + " " + execution.getExecutionId();
        return report.isEmpty() ? List.of() : written(() -> merged(outlets).add(module, report.get(), context));
    }

    private interface Writing<T> {
        T write() throws IOException, InvalidReport;
    }

    private <T> T written(Writing<T> writing) throws MojoExecutionException {
        try {
            return writing.write();
        } catch (InvalidReport e) {
            throw new IllegalStateException("a report cannot be read back: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "replay-lint: cannot write to " + OutputFiles.directory(project) + ": " + e.getMessage(), e);
        }
    }
}
