package dev.replaylint.spotbugs;

import dev.replaylint.report.Report;
import edu.umd.cs.findbugs.BugReporter;
import edu.umd.cs.findbugs.Detector2;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import edu.umd.cs.findbugs.classfile.Global;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The one detector. What runs again on replay shows only over all classes together: it starts their analysis with the first class that
 * SpotBugs shows it, and reports after the last one. What goes wrong is logged: SpotBugs ends with whatever is thrown from there.
 */
public final class ReplayDetector implements Detector2 {

    private final BugReporter reporter;
    private final NavigableSet<String> seen = new TreeSet<>();
    private @Nullable AnalysisClassPath classPath;
    private @Nullable BackgroundAnalysis analysis;

    /** Made by SpotBugs, once per analysis. */
    public ReplayDetector(BugReporter reporter) {
        this.reporter = reporter;
    }

    /** Without a default in SpotBugs 4.8. */
    @Override
    public String getDetectorClassName() {
        return getClass().getName();
    }

    @Override
    public void visitClass(ClassDescriptor descriptor) {
        if (seen.isEmpty()) {
            guarded(this::start);
        }
        seen.add(descriptor.getDottedClassName());
    }

    private void start() {
        classPath = new AnalysisClassPath(Global.getAnalysisCache().getClassPath());
        analysis = BackgroundAnalysis.start(classPath, Settings.read(classPath::own, reporter));
    }

    @Override
    public void finishPass() {
        guarded(this::report);
    }

    private void report() {
        if (analysis == null || classPath == null) {
            return;
        }
        Report report = analysis.report();
        BugInstances bugs = new BugInstances(this, seen, Global.getAnalysisCache());
        report.findings().forEach(f -> bugs.of(f).ifPresent(reporter::reportBug));
        report.problems().forEach(p -> classPath.report(p.file(), p.reason()));
        classPath.reportTo(reporter);
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            reporter.logError("replay-lint: the analysis failed, please report this", e);
        }
    }
}
