package dev.replaylint.maven;

import dev.replaylint.Committed;
import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.manifest.Recorded;
import dev.replaylint.report.ConsoleText;
import dev.replaylint.report.Report;
import dev.replaylint.report.html.HtmlWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes the findings and a picture of each handler's workflow into one HTML file: {@code replay-lint/index.html} in the build
 * directory, or in the site when it runs as one of its reports. Never fails because of findings.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", threadSafe = true, requiresDependencyCollection = ResolutionScope.COMPILE)
@SuppressWarnings("NullAway.Init")
public final class ReportMojo extends AnalysisMojo implements MavenReport {

    private static final String NAME = "replay-lint/index";

    /** Directory in which {@code replay-lint/index.html} is written; a site puts its reports into its own. */
    @Parameter(defaultValue = "${project.build.directory}", required = true)
    private File reportDirectory;

    /** Directory that paths in the report are relative to; the nearest parent directory with {@code .git} if not set. */
    @Parameter(property = "replay-lint.srcRoot")
    private Path srcRoot;

    @Inject
    ReportMojo(RepositorySystem repositories) {
        super(repositories);
    }

    @Override
    void run() throws MojoExecutionException {
        Module module = module();
        if (module.judgedRoots().isEmpty()) {
            getLog().debug("replay-lint: no sources");
            return;
        }
        write(module);
    }

    private void write(Module module) throws MojoExecutionException {
        Configuration configuration = configuration(module);
        ManifestCheck manifest = manifestCheck(configuration, module);
        Optional<Recorded> recorded = recorded(manifest);
        long start = System.nanoTime();
        ReplayLint replayLint = new ReplayLint(configuration).withWorkflows();
        ReplayLint.Analysis analysis =
                analyze(module, replayLint, new Committed(manifest.compared(recorded), baseline()));
        Report report = analysis.report();
        if (isSilent(report, module)) {
            return;
        }
        Path file = reportDirectory.toPath().resolve(NAME + ".html");
        try {
            OutputFiles.write(
                    new HtmlWriter(), report, context(module, manifest.paths(analysis.paths()), srcRoot), file);
        } catch (IOException e) {
            throw new MojoExecutionException("replay-lint: cannot write " + file + ": " + e.getMessage(), e);
        }
        getLog().info(ConsoleText.summary(report, (System.nanoTime() - start) / 1e9));
        getLog().info("    report: " + module.printed(file));
    }

    /** As a report of a site. The sink is for reports that let the site lay them out. */
    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        try {
            execute();
        } catch (MojoExecutionException | MojoFailureException e) {
            throw new MavenReportException(e.getMessage(), e);
        }
    }

    @Override
    public boolean canGenerateReport() {
        return !skip && !module().judgedRoots().isEmpty();
    }

    @Override
    public boolean isExternalReport() {
        return true;
    }

    @Override
    public String getOutputPath() {
        return NAME;
    }

    /** What older versions of the site plugin ask for. */
    @Override
    @SuppressWarnings("deprecation")
    public String getOutputName() {
        return NAME;
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "Replay safety";
    }

    @Override
    public String getDescription(Locale locale) {
        return "What breaks when durable functions are replayed, and a picture of their workflows.";
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        // Older versions of the site plugin hand over the directory of the report itself.
        reportDirectory = directory.getName().equals("replay-lint") ? directory.getParentFile() : directory;
    }

    @Override
    public File getReportOutputDirectory() {
        return reportDirectory;
    }
}
