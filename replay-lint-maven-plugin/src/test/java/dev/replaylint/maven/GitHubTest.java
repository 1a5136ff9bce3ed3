package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** When GitHub Actions is told what was found. */
final class GitHubTest {

    private static final Map<String, String> JOB =
            Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", "/w", "GITHUB_STEP_SUMMARY", "/s.md");

    @Test
    void jobsAreKnownByTheirEnvironment() throws MojoExecutionException {
        GitHub github = GitHub.of("auto", JOB).orElseThrow();
        assertThat(github.workspace()).hasValue(Path.of("/w"));
        assertThat(github.summary()).hasValue(Path.of("/s.md"));
        assertThat(GitHub.of("auto", Map.of())).isEmpty();
        assertThat(GitHub.of("auto", Map.of("GITHUB_ACTIONS", "false"))).isEmpty();
    }

    @Test
    void whatIsSetWins() throws MojoExecutionException {
        assertThat(GitHub.of("false", JOB)).isEmpty();
        GitHub elsewhere = GitHub.of("true", Map.of("GITHUB_STEP_SUMMARY", "")).orElseThrow();
        assertThat(elsewhere.workspace()).isEmpty();
        assertThat(elsewhere.summary()).isEmpty();
    }

    @Test
    void anotherSettingIsAnError() {
        MojoExecutionException thrown = assertThrows(MojoExecutionException.class, () -> GitHub.of("maybe", Map.of()));
        assertThat(thrown).hasMessageThat().isEqualTo("replay-lint.github is `maybe`; it can be auto, true or false");
    }
}
