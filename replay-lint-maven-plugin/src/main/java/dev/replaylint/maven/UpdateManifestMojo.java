package dev.replaylint.maven;

import dev.replaylint.Committed;
import dev.replaylint.ReplayLint;
import dev.replaylint.manifest.InvalidManifest;
import dev.replaylint.manifest.ManifestFile;
import dev.replaylint.manifest.Recorded;
import dev.replaylint.manifest.Update;
import dev.replaylint.report.Sanitizer;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Records the durable operations of a module in {@code replay-lint-manifest.yml}, which is to be committed. Adds what running executions
 * do not notice; refuses what breaks them unless that is accepted with a reason, which is kept. Runs from the command line only: it
 * records a decision.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "update-manifest",
        threadSafe = true,
        requiresDirectInvocation = true,
        requiresDependencyCollection = ResolutionScope.COMPILE)
@SuppressWarnings("NullAway.Init")
public final class UpdateManifestMojo extends AnalysisMojo {

    /** Whether changes that break running executions are recorded, too. Needs a reason. */
    @Parameter(property = "replay-lint.acceptBreaking", defaultValue = "false")
    private boolean acceptBreaking;

    /** Why running executions do not matter: kept in the manifest with each change that breaks them. */
    @Parameter(property = "replay-lint.reason")
    private @Nullable String reason;

    @Inject
    UpdateManifestMojo(RepositorySystem repositories) {
        super(repositories);
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        requireCommandLine("update-manifest");
        Optional<String> accepted = accepted();
        Module module = module();
        ManifestFile file = manifestFile();
        Optional<Recorded> before = recorded(file);
        if (module.judgedRoots().isEmpty() && before.isEmpty()) {
            getLog().debug("replay-lint: no sources");
            return;
        }
        Recorded recorded = before.orElse(Recorded.nothing(ManifestFile.NAME));
        ReplayLint.Analysis analysis =
                analyze(module, new ReplayLint(configuration(module)), Committed.manifest(recorded));
        requireComplete(analysis, module);
        Update update = Update.of(analysis.comparison().orElseThrow(), accepted);
        if (update.isRefused()) {
            throw refused(update, module);
        }
        if (before.isPresent() || !update.changes().isEmpty()) {
            write(file, before, update, module);
        }
    }

    private Optional<String> accepted() throws MojoExecutionException {
        Optional<String> words = Optional.ofNullable(reason).filter(r -> !r.isBlank());
        if (acceptBreaking && words.isEmpty()) {
            throw new MojoExecutionException(
                    "replay-lint.acceptBreaking needs a reason that is kept: -Dreplay-lint.reason=\"…\"");
        }
        return words.filter(r -> acceptBreaking);
    }

    private MojoFailureException refused(Update update, Module module) {
        update.breaks().forEach(b -> getLog().error("  " + Sanitizer.line(b)));
        String changes = update.breaks().size() == 1 ? "this change breaks" : "these changes break";
        return new MojoFailureException("replay-lint: " + changes + " running executions; nothing was written to "
                + module.printed(manifestFile().path())
                + ". To record it all the same, add -Dreplay-lint.acceptBreaking -Dreplay-lint.reason=\"…\"");
    }

    private void write(ManifestFile file, Optional<Recorded> before, Update update, Module module)
            throws MojoExecutionException {
        boolean written;
        try {
            written = file.write(before, update.manifest());
        } catch (InvalidManifest | IOException e) {
            throw new MojoExecutionException("replay-lint: " + e.getMessage(), e);
        }
        String name = module.printed(file.path());
        if (!written) {
            getLog().info("replay-lint: " + name + " is up to date");
            return;
        }
        getLog().info(name);
        update.changes().forEach(c -> getLog().info("  " + Sanitizer.line(c)));
        getLog().info("replay-lint: " + update.added() + " added, " + update.retired()
                + " retired; commit this file with the change");
    }
}
