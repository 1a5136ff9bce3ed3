package dev.replaylint;

import java.util.function.Supplier;

/** What comes of work of ours that may fail by a defect: the defect ends this work, and nothing else. */
sealed interface Attempt<T> {

    /** The work has a result. */
    record Done<T>(T result) implements Attempt<T> {}

    /** The work failed. */
    record Failed<T>(Throwable thrown) implements Attempt<T> {}

    /** Does the work. What is no defect of it, such as a lack of memory, is thrown on. */
    static <T> Attempt<T> at(Supplier<T> work) {
        try {
            return new Done<>(work.get());
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            return new Failed<>(e);
        }
    }
}
