package dev.replaylint.spotbugs;

import dev.replaylint.ReplayLint;
import dev.replaylint.report.Report;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * An analysis that runs beside SpotBugs' own detectors, which are one thread, and compiled in others only until they are warm. It shares
 * nothing with them but files: SpotBugs' data are made for one thread.
 */
final class BackgroundAnalysis {

    private final FutureTask<Report> task;

    private BackgroundAnalysis(FutureTask<Report> task) {
        this.task = task;
    }

    /** Starts it. A host that gives up is not held up by it. */
    static BackgroundAnalysis start(AnalysisClassPath classPath, Settings settings) {
        FutureTask<Report> task = new FutureTask<>(() ->
                new ReplayLint(settings.configuration()).analyze(classPath.judged(), classPath, settings.recorded()));
        Thread thread = new Thread(null, task, "replay-lint", 0, /* inheritThreadLocals= */ false);
        thread.setDaemon(true);
        thread.start();
        return new BackgroundAnalysis(task);
    }

    /** What it found, as soon as it is done. Throws what it threw. */
    Report report() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the analysis", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
