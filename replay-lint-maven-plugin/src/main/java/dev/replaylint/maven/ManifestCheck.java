package dev.replaylint.maven;

import dev.replaylint.ManifestSettings;
import dev.replaylint.ReplayLint;
import dev.replaylint.manifest.ManifestFile;
import dev.replaylint.manifest.Recorded;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.logging.Log;

/**
 * What {@code check} does with the manifest.
 *
 * @param settings how it is compared
 */
record ManifestCheck(ManifestSettings settings, ManifestFile file, Module module) {

    boolean isOn() {
        return settings.severity().isPresent();
    }

    /** What the code is compared with: where a manifest is required, a missing one is one that records nothing. */
    Optional<Recorded> compared(Optional<Recorded> recorded) {
        boolean missing = isOn() && settings.required() && recorded.isEmpty();
        return missing ? Optional.of(Recorded.nothing(ManifestFile.NAME)) : recorded;
    }

    /** Places of files, with that of the manifest. */
    Map<String, Path> paths(Map<String, Path> sources) {
        Map<String, Path> paths = new TreeMap<>(sources);
        paths.put(ManifestFile.NAME, file.path());
        return paths;
    }

    /** Says what was not compared. */
    void warn(Optional<Recorded> recorded, ReplayLint.Analysis analysis, Log log) {
        boolean operations =
                analysis.comparison().filter(c -> !c.drifts().isEmpty()).isPresent();
        if (isOn() && !settings.required() && recorded.isEmpty() && operations) {
            log.warn("replay-lint: there is no " + module.printed(file.path())
                    + " yet, so changes that break running executions are not seen");
            log.warn("    record the operations: " + command(module));
        }
        if (recorded.isPresent() && analysis.comparison().isEmpty()) {
            log.warn("replay-lint: " + module.printed(file.path())
                    + " was not compared, since the analysis is incomplete");
        }
    }

    /** What records the operations of a module. */
    static String command(Module module) {
        return "mvn replay-lint:update-manifest" + module.selection();
    }
}
