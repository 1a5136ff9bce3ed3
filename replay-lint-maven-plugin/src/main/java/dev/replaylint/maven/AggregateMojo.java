package dev.replaylint.maven;

import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.report.merged.InvalidReport;
import dev.replaylint.report.merged.MergedReport;
import dev.replaylint.report.merged.ModuleReport;
import dev.replaylint.report.merged.ReportReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Puts the reports that {@code check} wrote for several modules together: those of the modules of this build, or those in given
 * directories, which other machines may have written. Analyses nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "aggregate", threadSafe = true, aggregator = true)
@SuppressWarnings("NullAway.Init")
public final class AggregateMojo extends ReplayLintMojo {

    /** Directories in which {@code replay-lint.json} files are, at any depth; the modules' own build directories if not set. */
    @Parameter(property = "replay-lint.inputs")
    private @Nullable List<File> inputs;

    /**
     * Files to write below {@code replay-lint} in the build directory: {@code sarif}, {@code checkstyle}, {@code junit}, {@code gitlab}.
     * Others that {@code check} writes are left out.
     */
    @Parameter(property = "replay-lint.formats", defaultValue = "sarif")
    private List<String> formats;

    /** The mildest severity that fails the build, and with it an incomplete analysis; as for {@code check}. */
    @Parameter(property = "replay-lint.failOn", defaultValue = "never")
    private String failOn;

    /** The most findings that are printed, which they are if they fail the build. */
    @Parameter(property = "replay-lint.maxFindings", defaultValue = "50")
    private int maxFindings;

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        long start = System.nanoTime();
        FailOn threshold = FailOn.parse(failOn);
        Reactor reactor = new Reactor(session);
        MergedFiles files = new MergedFiles(
                reactor, OutputFiles.of(formats, threshold, false).ofReadReports(threshold));
        List<ModuleReport> modules = read();
        Report report = MergedReport.of(modules, ReplayLint.rules());
        Path here = Path.of(session.getExecutionRootDirectory());
        ReportContext context = files.context(new ReportContext(
                project.getArtifactId(),
                here,
                here,
                Map.of(),
                execution.getPlugin().getVersion()));
        List<Path> written = write(files, report, context);
        Console console = new Console(context, maxFindings);
        Verdict verdict = Verdict.of(report, threshold, threshold.threshold().isPresent(), written, context);
        if (verdict.failure().isPresent()) {
            say(console.findings(report));
        }
        getLog().info("replay-lint: the reports of " + names(modules));
        say(console.summary(report, (System.nanoTime() - start) / 1e9, written));
        verdict.enforce();
    }

    private static String names(List<ModuleReport> modules) {
        return modules.stream().map(ModuleReport::module).distinct().sorted().collect(Collectors.joining(", "));
    }

    private List<ModuleReport> read() throws MojoExecutionException {
        List<Path> reports = inputs == null || inputs.isEmpty()
                ? ReportFiles.of(session.getProjects())
                : ReportFiles.below(inputs.stream().map(File::toPath).toList());
        ReportReader reader = new ReportReader(ReplayLint.rules());
        List<ModuleReport> modules = new ArrayList<>();
        for (Path file : reports) {
            try {
                modules.add(reader.read(file));
            } catch (InvalidReport e) {
                throw new MojoExecutionException(e.getMessage(), e);
            }
        }
        return modules;
    }

    private static List<Path> write(MergedFiles files, Report report, ReportContext context)
            throws MojoExecutionException {
        try {
            return files.write(report, context);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "replay-lint: cannot write to " + files.directory() + ": " + e.getMessage(), e);
        }
    }
}
