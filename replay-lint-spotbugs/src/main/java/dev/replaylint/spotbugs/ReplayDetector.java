package dev.replaylint.spotbugs;

import dev.replaylint.Committed;
import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import edu.umd.cs.findbugs.BugReporter;
import edu.umd.cs.findbugs.Detector2;
import edu.umd.cs.findbugs.classfile.CheckedAnalysisException;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import edu.umd.cs.findbugs.classfile.Global;
import edu.umd.cs.findbugs.classfile.IAnalysisCache;
import java.util.Optional;

/**
 * The one detector: collects the classes that SpotBugs analyses, and analyses them together at the end, since what runs again on
 * replay shows only over all of them. What goes wrong is logged: SpotBugs ends with whatever is thrown from there.
 */
public final class ReplayDetector implements Detector2 {

    private final BugReporter reporter;
    private final Targets targets = new Targets();

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
    public void visitClass(ClassDescriptor descriptor) throws CheckedAnalysisException {
        targets.add(descriptor, Global.getAnalysisCache());
    }

    @Override
    public void finishPass() {
        try {
            if (!targets.seen().isEmpty()) {
                analyze(Global.getAnalysisCache());
            }
        } catch (RuntimeException | Error e) {
            reporter.logError("replay-lint: the analysis failed, please report this", e);
        }
    }

    private void analyze(IAnalysisCache cache) {
        AnalysisClassPath classPath = new AnalysisClassPath(cache);
        Settings settings = Settings.read(() -> classPath.own(targets.seen().first()), reporter);
        Report report = new ReplayLint(settings.configuration())
                .analyze(targets.judged(cache), classPath, new Committed(settings.recorded(), Optional.empty()))
                .report();
        BugInstances bugs = new BugInstances(this, targets.seen(), cache);
        report.findings().forEach(f -> bugs.of(f).ifPresent(reporter::reportBug));
        report.problems().forEach(p -> classPath.report(p.file(), p.reason()));
        classPath.reportTo(reporter);
    }
}
