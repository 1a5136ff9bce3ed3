package dev.replaylint;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs work on a thread with a stack for deeply nested code: 1 MB overflows at a thousand nested calls, 64 MB did not at 10,000. */
final class LargeStack {

    private static final long BYTES = 64L << 20;

    private LargeStack() {}

    static <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "replay-lint", BYTES);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while analysing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the analysis failed: " + e.getCause(), e.getCause());
        }
    }
}
