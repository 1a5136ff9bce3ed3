package dev.replaylint.source;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Work that may never end, on a thread of its own. A thread cannot be stopped: one that is late is left alone, and, since each takes
 * a processor, after two of them nothing is begun any more.
 */
final class TimeLimit {

    /** Code nested in code needs a deep stack: 1 MB overflows at a thousand nested calls. */
    private static final long STACK = 64L << 20;

    private static final int MOST_LATE = 2;

    private ThreadPoolExecutor thread = thread();
    private int late;

    /** The work took too long, or, after others did, was not begun. */
    static final class Exceeded extends Exception {
        private static final long serialVersionUID = 1L;

        Exceeded(String reason) {
            super(reason);
        }

        /** One lower-case sentence. */
        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** The thread ends by itself when it has nothing to do. */
    private static ThreadPoolExecutor thread() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(null, work, "replay-lint-limited", STACK);
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /**
     * Does the work, and waits for it. Errors and unchecked exceptions are thrown as they are.
     *
     * @throws Exceeded if it takes longer than the limit
     */
    <T> T call(Callable<T> work, Duration limit) throws Exceeded {
        if (late >= MOST_LATE) {
            throw new Exceeded("is not read: two files took too long before");
        }
        Future<T> future = thread.submit(work);
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            late++;
            future.cancel(true);
            thread.shutdown();
            thread = thread();
            throw new Exceeded("takes longer than " + limit.toSeconds() + " seconds to be parsed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        }
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }
}
