package com.acme.retry;

import java.util.function.Supplier;

/** Calls functions, in place. */
public final class Attempts {

    private Attempts() {}

    public static <T> T twice(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalStateException first) {
            return work.get();
        }
    }
}
