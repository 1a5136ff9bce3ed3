package dev.replaylint.maven;

import dev.replaylint.Committed;
import dev.replaylint.Configuration;
import dev.replaylint.ConfigurationReader;
import dev.replaylint.ManifestSettings;
import dev.replaylint.ReplayLint;
import dev.replaylint.manifest.InvalidManifest;
import dev.replaylint.manifest.ManifestFile;
import dev.replaylint.manifest.Recorded;
import dev.replaylint.program.Problem;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.rule.Severity;
import dev.replaylint.suppression.Baseline;
import dev.replaylint.suppression.BaselineFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What goals that analyse a module have in common: which code, with which configuration. */
@SuppressWarnings("NullAway.Init")
abstract class AnalysisMojo extends ReplayLintMojo {

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

    @Parameter(property = "encoding", defaultValue = "${project.build.sourceEncoding}")
    private String encoding;

    private final RepositorySystem repositories;

    AnalysisMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    final Module module() {
        return new Module(project, session, includeTests, includeGenerated);
    }

    final ManifestFile manifestFile() {
        return new ManifestFile(
                project.getBasedir().toPath(), Path.of(project.getBuild().getDirectory()));
    }

    final BaselineFile baselineFile() {
        return new BaselineFile(
                project.getBasedir().toPath(), Path.of(project.getBuild().getDirectory()));
    }

    /** What is accepted; an unreadable baseline ends the goal, since it might accept anything or nothing. */
    final Optional<Baseline> baseline() throws MojoExecutionException {
        try {
            return baselineFile().read();
        } catch (BaselineFile.Invalid e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** Ends a goal that a POM has bound: a build that decides by itself would approve what it finds. */
    final void requireCommandLine(String goal) throws MojoExecutionException {
        // Maven runs a goal that requires direct invocation from a POM all the same.
        if (execution.getSource() != MojoExecution.Source.CLI) {
            throw new MojoExecutionException(
                    "replay-lint: " + goal + " records a decision and runs only from the command line");
        }
    }

    final ManifestCheck manifestCheck(Configuration configuration, Module module) {
        return new ManifestCheck(configuration.manifest(), manifestFile(), module);
    }

    /** What is recorded, if the code is compared with it. */
    final Optional<Recorded> recorded(ManifestCheck manifest) throws MojoExecutionException {
        return manifest.isOn() ? recorded(manifest.file()) : Optional.empty();
    }

    /** What is recorded; an unreadable manifest ends the goal, since nothing about it is known. */
    final Optional<Recorded> recorded(ManifestFile file) throws MojoExecutionException {
        try {
            return file.read();
        } catch (InvalidManifest e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    final Configuration configuration(Module module) throws MojoExecutionException {
        try {
            return ConfigurationReader.read(module.configurationFile(), includes, excludes);
        } catch (ConfigurationReader.Invalid e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** Parameters that are set win over the file. */
    static ManifestSettings settings(ManifestSettings file, @Nullable String severity, @Nullable Boolean required)
            throws MojoExecutionException {
        ManifestSettings settings = required == null ? file : file.withRequired(required);
        if (severity == null) {
            return settings;
        }
        Optional<Severity> parsed = Severity.of(severity.strip());
        if (parsed.isEmpty() && !severity.strip().equalsIgnoreCase("off")) {
            throw new MojoExecutionException(
                    "replay-lint.manifest.severity is `" + severity + "`; it can be error, warning, info or off");
        }
        return settings.withSeverity(parsed);
    }

    final ReportContext context(Module module, Map<String, Path> files, @Nullable Path srcRoot)
            throws MojoExecutionException {
        return module.context(files, srcRoot, execution, module.encoding(encoding));
    }

    /** Whether the module has nothing to do with durable functions, so that there is nothing to say. */
    final boolean isSilent(Report report, Module module) {
        boolean nothing = report.coverage().handlers() == 0 && report.problems().isEmpty() && !module.usesSdk();
        if (nothing) {
            getLog().debug("replay-lint: no durable handlers");
        }
        return nothing;
    }

    /** Ends a goal that would take a part of the code for all of it. */
    final void requireComplete(ReplayLint.Analysis analysis, Module module)
            throws MojoExecutionException, MojoFailureException {
        Report report = analysis.report();
        ReportContext context = context(module, analysis.paths(), null);
        for (Problem problem : context.problems(report)) {
            String line = problem.line() > 0 ? ":[" + problem.line() + "]" : "";
            if (problem.lost()) {
                getLog().error(context.printedPath(problem) + line + " " + problem.reason() + "; it was not analysed");
            }
        }
        Optional<String> defect = Verdict.defect(report, context);
        if (defect.isPresent()) {
            throw new MojoExecutionException(defect.get());
        }
        if (report.incomplete()) {
            throw new MojoFailureException(
                    "replay-lint: the analysis is incomplete, so nothing was written; see above");
        }
    }

    /** The module's code, and that which it may call. */
    final ReplayLint.Sources sources(Module module) throws MojoExecutionException {
        DependencyJars jars = new DependencyJars(repositories, session, project, getLog());
        return new ReplayLint.Sources(
                module.judgedRoots(), module.otherRoots(), jars.resolve(), module.encoding(encoding));
    }

    final ReplayLint.Analysis analyze(Module module, ReplayLint replayLint, Committed committed)
            throws MojoExecutionException {
        return replayLint.analyze(sources(module), committed);
    }
}
