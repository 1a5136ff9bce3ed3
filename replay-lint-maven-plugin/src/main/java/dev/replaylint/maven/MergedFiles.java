package dev.replaylint.maven;

import dev.replaylint.ReplayLint;
import dev.replaylint.report.JsonWriter;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.report.merged.InvalidReport;
import dev.replaylint.report.merged.MergedReport;
import dev.replaylint.report.merged.ModuleReport;
import dev.replaylint.report.merged.ReportReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.project.MavenProject;

/** Files of all modules of a build together, in the directory that the build was started in. */
final class MergedFiles {

    private static final String EXECUTION = "default";

    private final Reactor reactor;
    private final OutputFiles files;

    MergedFiles(Reactor reactor, OutputFiles files) {
        this.reactor = reactor;
        this.files = files;
    }

    /** What goes into the files of a module's report; empty if there are no such files. */
    Optional<String> report(Report report, ReportContext context) throws IOException {
        if (!reactor.hasModules() || files.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder json = new StringBuilder();
        new JsonWriter().write(report, context, json);
        return Optional.of(json.toString());
    }

    /**
     * Writes the files anew after each module: nobody knows which one is the last, and the others may fail. Only modules that this build
     * has checked are in them, since files that an earlier one left may speak of other code.
     *
     * @param module what tells the report from others of this build
     * @param report as {@link #report} has made it
     */
    List<Path> add(String module, String report, ReportContext context) throws IOException, InvalidReport {
        Map<String, String> reports = reactor.map("reports", TreeMap::new);
        synchronized (reports) {
            reports.put(module, report);
            ReportReader reader = new ReportReader(ReplayLint.rules());
            List<ModuleReport> modules = new ArrayList<>();
            for (String text : reports.values()) {
                modules.add(reader.read(text));
            }
            return write(MergedReport.of(modules, ReplayLint.rules()), context);
        }
    }

    /** Removes the files of an earlier build, unless they are of this one by now. */
    void removeOld() throws IOException {
        Map<String, String> reports = reactor.map("reports", TreeMap::new);
        synchronized (reports) {
            if (reactor.hasModules() && reports.isEmpty()) {
                files.remove(directory(), EXECUTION);
            }
        }
    }

    /** Writes the files of a report of several modules. */
    List<Path> write(Report report, ReportContext context) throws IOException {
        return files.write(report, context(context), directory(), EXECUTION);
    }

    /** Where the files are. */
    Path directory() {
        return OutputFiles.directory(reactor.root());
    }

    /** Paths in reports that are read back are those of the repository. */
    ReportContext context(ReportContext ofModule) {
        MavenProject root = reactor.root();
        return new ReportContext(root.getArtifactId(), ofModule.root(), ofModule.start(), Map.of(), ofModule.version());
    }
}
