package dev.replaylint.maven;

import dev.replaylint.report.Sanitizer;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: they can be skipped, and nothing that they print is an order to a terminal or a build server. */
@SuppressWarnings("NullAway.Init")
abstract class ReplayLintMojo extends AbstractMojo {

    /** What a goal says that does nothing. */
    static final String SKIPPED = "replay-lint: skipped";

    /** Skips all goals of this plugin. */
    @Parameter(property = "replay-lint.skip", defaultValue = "false")
    protected boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    protected MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    protected MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    protected MojoExecution execution;

    /** What the goal does. */
    abstract void run() throws MojoExecutionException, MojoFailureException;

    @Override
    public final SafeLog getLog() {
        return new SafeLog(super.getLog());
    }

    final void say(List<Line> lines) {
        lines.forEach(l -> l.print(getLog()));
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info(SKIPPED);
            return;
        }
        try {
            UnknownParameters.warn(execution, getLog());
            run();
        } catch (MojoExecutionException e) {
            throw safe(e, new MojoExecutionException(message(e), cause(e)));
        } catch (MojoFailureException e) {
            throw safe(e, new MojoFailureException(message(e), cause(e)));
        } catch (RuntimeException e) {
            throw new MojoExecutionException("replay-lint: " + message(e) + "; please report this", SafeCause.of(e));
        }
    }

    private static String message(Exception e) {
        return Sanitizer.line(e.getMessage() == null ? e.toString() : e.getMessage());
    }

    private static @Nullable Throwable cause(Exception e) {
        return e.getCause() == null ? null : SafeCause.of(e.getCause());
    }

    private static <E extends AbstractMojoExecutionException> E safe(Exception original, E copy) {
        copy.setStackTrace(original.getStackTrace());
        return copy;
    }
}
