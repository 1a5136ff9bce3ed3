package dev.replaylint.maven;

import dev.replaylint.Committed;
import dev.replaylint.Configuration;
import dev.replaylint.ReplayLint;
import dev.replaylint.manifest.Recorded;
import dev.replaylint.report.Sanitizer;
import dev.replaylint.suppression.Acceptance;
import dev.replaylint.suppression.Baseline;
import dev.replaylint.suppression.BaselineFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;

/**
 * Accepts the findings of a module in {@code replay-lint-baseline.json}, which is to be committed: {@code check} then fails because of
 * new ones only. The first run accepts all there is; later ones remove what is mended. Runs from the command line only: it records a
 * decision.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "baseline",
        threadSafe = true,
        requiresDirectInvocation = true,
        requiresDependencyCollection = ResolutionScope.COMPILE)
@SuppressWarnings("NullAway.Init")
public final class BaselineMojo extends AnalysisMojo {

    private static final int MOST_LINES = 50;

    /** Whether findings that are not accepted yet are added. */
    @Parameter(property = "replay-lint.addNew", defaultValue = "false")
    private boolean addNew;

    @Inject
    BaselineMojo(RepositorySystem repositories) {
        super(repositories);
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        requireCommandLine("baseline");
        Module module = module();
        Optional<Baseline> before = baseline();
        if (module.judgedRoots().isEmpty() && before.isEmpty()) {
            getLog().debug("replay-lint: no sources");
            return;
        }
        Acceptance acceptance = acceptance(module, before);
        boolean all = addNew || before.isEmpty();
        Baseline after = all ? acceptance.grown() : acceptance.needed();
        if (before.isPresent() || after.size() > 0) {
            write(before, after, module);
        }
        if (!all && !acceptance.open().isEmpty()) {
            int open = acceptance.open().size();
            getLog().warn("replay-lint: " + open + (open == 1 ? " finding is" : " findings are")
                    + " not accepted; -Dreplay-lint.addNew adds new ones");
        }
    }

    private Acceptance acceptance(Module module, Optional<Baseline> before)
            throws MojoExecutionException, MojoFailureException {
        Configuration configuration = configuration(module);
        ManifestCheck manifest = manifestCheck(configuration, module);
        Optional<Recorded> recorded = recorded(manifest);
        Committed committed = new Committed(manifest.compared(recorded), before.or(() -> Optional.of(Baseline.EMPTY)));
        ReplayLint.Analysis analysis = analyze(module, new ReplayLint(configuration), committed);
        requireComplete(analysis, module);
        return analysis.acceptance().orElseThrow();
    }

    private void write(Optional<Baseline> before, Baseline after, Module module) throws MojoExecutionException {
        boolean written;
        try {
            written = baselineFile().write(before, after);
        } catch (BaselineFile.Invalid | IOException e) {
            throw new MojoExecutionException("replay-lint: " + e.getMessage(), e);
        }
        String name = module.printed(baselineFile().path());
        if (!written) {
            getLog().info("replay-lint: " + name + " is up to date");
            return;
        }
        getLog().info(name);
        int added = print(after, before.orElse(Baseline.EMPTY), "+");
        int removed = print(before.orElse(Baseline.EMPTY), after, "-");
        getLog().info("replay-lint: " + added + " added, " + removed + " removed, " + after.size()
                + " accepted; commit this file");
    }

    /** What the one baseline accepts and the other does not. */
    private int print(Baseline one, Baseline other, String sign) {
        List<String> lines = new ArrayList<>();
        int count = 0;
        for (var entry : one.minus(other).entrySet()) {
            if (entry.getValue() > 0) {
                count += entry.getValue();
                lines.add("  " + sign + " " + entry.getKey() + (entry.getValue() > 1 ? " × " + entry.getValue() : ""));
            }
        }
        lines.stream().limit(MOST_LINES).forEach(l -> getLog().info(Sanitizer.line(l)));
        if (lines.size() > MOST_LINES) {
            getLog().info("  … and " + (lines.size() - MOST_LINES) + " more");
        }
        return count;
    }
}
