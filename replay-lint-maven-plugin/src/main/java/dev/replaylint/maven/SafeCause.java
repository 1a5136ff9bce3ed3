package dev.replaylint.maven;

import dev.replaylint.report.Sanitizer;
import org.jspecify.annotations.Nullable;

/** A copy of an error whose text is harmless: stack traces are printed, too. */
final class SafeCause extends Exception {

    private static final long serialVersionUID = 1L;

    private SafeCause(Throwable original, @Nullable Throwable cause) {
        super(Sanitizer.line(original.toString()), cause);
        setStackTrace(original.getStackTrace());
    }

    /** The copy, with copies of the causes. */
    static SafeCause of(Throwable original) {
        Throwable cause = original.getCause();
        return new SafeCause(original, cause == null ? null : of(cause));
    }
}
