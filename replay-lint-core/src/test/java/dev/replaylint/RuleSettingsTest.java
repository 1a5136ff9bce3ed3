package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.RuleSettings.Setting;
import dev.replaylint.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How severe rules are here, and where that is said. */
final class RuleSettingsTest {

    @TempDir
    private Path directory;

    private Map<String, String> settings(String... lines) throws IOException, ConfigurationReader.Invalid {
        Path file = directory.resolve("replay-lint.yml");
        Files.writeString(file, String.join("\n", lines));
        Map<String, String> origins = new TreeMap<>();
        ConfigurationReader.lines(file).forEach((name, line) -> origins.put(name, "line " + line));
        return settings(ConfigurationReader.read(Optional.of(file), List.of(), List.of()), origins);
    }

    private static Map<String, String> settings(Configuration configuration, Map<String, String> origins) {
        Map<String, String> settings = new TreeMap<>();
        for (Setting setting : new RuleSettings(configuration, origins).all()) {
            String severity = setting.severity().map(Severity::label).orElse("off");
            settings.put(setting.rule().name(), severity + ", " + setting.origin());
        }
        return settings;
    }

    @Test
    void whatIsNotSetIsTheDefault() {
        Map<String, String> settings = settings(Configuration.defaults(), Map.of());
        assertThat(settings.keySet()).isEqualTo(ReplayLint.ruleNames());
        assertThat(settings).containsEntry("wall-clock", "error, default");
        assertThat(settings).containsEntry("renamed-operation", "error, default");
        assertThat(settings).containsEntry("unrecorded-operation", "warning, default");
    }

    @Test
    void rulesAreSetByTheirNames() throws Exception {
        Map<String, String> settings = settings("severities:", "  replay-logging: off", "  wall-clock: warning");
        assertThat(settings).containsEntry("replay-logging", "off, line 2");
        assertThat(settings).containsEntry("wall-clock", "warning, line 3");
        assertThat(settings).containsEntry("any-of", "error, default");
    }

    @Test
    void rulesOfTheManifestAreSetTogether() throws Exception {
        Map<String, String> settings = settings(
                "requireManifest: true",
                "manifest:",
                "  severity: info",
                "severities:",
                "  removed-operation: warning");
        assertThat(settings).containsEntry("renamed-operation", "info, line 3");
        assertThat(settings).containsEntry("removed-operation", "warning, line 5");
        assertThat(settings).containsEntry("unrecorded-operation", "error, line 1");
    }

    @Test
    void withoutComparisonTheyAreOff() throws Exception {
        Map<String, String> settings =
                settings("severities:", "  removed-operation: warning", "manifest:", "  severity: off");
        assertThat(settings).containsEntry("removed-operation", "off, line 4");
        assertThat(settings).containsEntry("unrecorded-operation", "off, line 4");
    }
}
