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
 * The one detector. What runs again on replay shows only over all classes together: it starts their analysis when SpotBugs has
 * shown it most of them, and reports after the last one. What goes wrong is logged: SpotBugs ends with whatever is thrown from there.
 */
public final class ReplayDetector implements Detector2 {

    /**
     * The part of the classes after which the analysis starts. At first all processors are busy with compiling SpotBugs itself; what runs
     * beside that costs twice. Much later, SpotBugs would have to wait for it.
     */
    private static final double ENOUGH = 2.0 / 3;

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
            guarded(() ->
                    classPath = new AnalysisClassPath(Global.getAnalysisCache().getClassPath()));
        }
        seen.add(descriptor.getDottedClassName());
        AnalysisClassPath opened = classPath;
        if (opened != null && analysis == null && seen.size() >= ENOUGH * opened.targets()) {
            guarded(() -> start(opened));
        }
    }

    private BackgroundAnalysis start(AnalysisClassPath opened) {
        BackgroundAnalysis started = BackgroundAnalysis.start(opened, Settings.read(opened::own, reporter));
        analysis = started;
        return started;
    }

    @Override
    public void finishPass() {
        guarded(this::report);
    }

    private void report() {
        if (classPath == null) {
            return;
        }
        // SpotBugs may have been told to look at few of the classes.
        Report report = (analysis == null ? start(classPath) : analysis).report();
        BugInstances bugs = new BugInstances(this, seen, Global.getAnalysisCache());
        report.findings().forEach(f -> bugs.of(f).ifPresent(reporter::reportBug));
        report.problems().forEach(p -> classPath.report(p.file(), p.reason()));
        classPath.reportTo(reporter);
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            // Without it nothing else is tried, so that this is said once.
            classPath = null;
            reporter.logError("replay-lint: the analysis failed, please report this", e);
        }
    }
}
