package dev.replaylint.maven;

import dev.replaylint.ManifestSettings;
import dev.replaylint.ReplayLint;
import dev.replaylint.manifest.ManifestFile;
import dev.replaylint.manifest.Recorded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    List<Line> warnings(Optional<Recorded> recorded, ReplayLint.Analysis analysis) {
        List<Line> lines = new ArrayList<>();
        boolean operations =
                analysis.comparison().filter(c -> !c.drifts().isEmpty()).isPresent();
        if (isOn() && !settings.required() && recorded.isEmpty() && operations) {
            lines.add(Line.warning("replay-lint: there is no " + module.printed(file.path())
                    + " yet, so changes that break running executions are not seen"));
            lines.add(Line.warning("    record the operations: " + command(module)));
        }
        if (recorded.isPresent() && analysis.comparison().isEmpty()) {
            lines.add(Line.warning("replay-lint: " + module.printed(file.path())
                    + " was not compared, since the analysis is incomplete"));
        }
        return lines;
    }

    /** What records the operations of a module. */
    static String command(Module module) {
        return "mvn replay-lint:update-manifest" + module.selection();
    }
}
