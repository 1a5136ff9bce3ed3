package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.junit.jupiter.api.Test;

/** How goals end, whatever the names in their messages are. */
final class ReplayLintMojoTest {

    private static final String HOSTILE = "bad name\n::error::x ##[group]y";
    private static final String HARMLESS = "bad name\\u000a: :error: :x # #[group]y";

    /** A goal that ends in a way of its own. */
    private static final class Goal extends ReplayLintMojo {

        private final Exception end;

        Goal(Exception end) {
            this.end = end;
            PluginDescriptor plugin = new PluginDescriptor();
            plugin.setPlugin(new Plugin());
            MojoDescriptor descriptor = new MojoDescriptor();
            descriptor.setPluginDescriptor(plugin);
            execution = new MojoExecution(descriptor);
        }

        @Override
        void run() throws MojoExecutionException, MojoFailureException {
            if (end instanceof MojoExecutionException e) {
                throw e;
            }
            if (end instanceof MojoFailureException e) {
                throw e;
            }
            throw (RuntimeException) end;
        }
    }

    private static <E extends Exception> E thrown(Class<E> type, Exception end) {
        return assertThrows(type, () -> new Goal(end).execute());
    }

    @Test
    void failuresAreHarmless() {
        MojoFailureException failure = thrown(MojoFailureException.class, new MojoFailureException(HOSTILE));
        assertThat(failure).hasMessageThat().isEqualTo(HARMLESS);
        assertThat(failure).hasCauseThat().isNull();
    }

    @Test
    void errorsAreHarmlessWithTheirCauses() {
        Exception cause = new IOException(HOSTILE);
        MojoExecutionException error = thrown(MojoExecutionException.class, new MojoExecutionException(HOSTILE, cause));
        assertThat(error).hasMessageThat().isEqualTo(HARMLESS);
        assertThat(error).hasCauseThat().hasMessageThat().isEqualTo("java.io.IOException: " + HARMLESS);
        assertThat(error.getCause().getStackTrace()).isEqualTo(cause.getStackTrace());
    }

    @Test
    void mistakesOfOursAskForAReport() {
        MojoExecutionException error = thrown(MojoExecutionException.class, new IllegalStateException(HOSTILE));
        assertThat(error).hasMessageThat().isEqualTo("replay-lint: " + HARMLESS + "; please report this");
    }
}
