package dev.replaylint.maven;

import java.util.List;
import java.util.Optional;

/**
 * What a check says, has written and decides.
 *
 * @param lines what it prints
 * @param files names of the module's files that it has written
 * @param report what goes into the files of all modules; empty if there are none
 * @param failure why the build fails; empty if it goes on
 */
record CheckResult(List<Line> lines, List<String> files, Optional<String> report, Optional<String> failure) {

    CheckResult {
        lines = List.copyOf(lines);
        files = List.copyOf(files);
    }
}
