package dev.replaylint.program;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is made when it is asked for first; used by one thread.
 *
 * @param <V> the type of the value
 */
public final class Lazy<V> implements Supplier<V> {

    private final Supplier<? extends V> make;
    private Optional<V> made = Optional.empty();

    /** Asks {@code make} once; it never answers null. */
    public Lazy(Supplier<? extends V> make) {
        this.make = make;
    }

    @Override
    public V get() {
        if (made.isEmpty()) {
            made = Optional.of(make.get());
        }
        return made.get();
    }
}
