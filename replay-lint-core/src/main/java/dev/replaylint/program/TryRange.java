package dev.replaylint.program;

import java.util.List;

/** A protected range of code with its handlers. Identity decides equality. */
public final class TryRange {

    private final List<Handler> handlers;

    public TryRange(List<Handler> handlers) {
        this.handlers = List.copyOf(handlers);
    }

    /** Handlers in the order they are tried. */
    public List<Handler> handlers() {
        return handlers;
    }

    /**
     * A catch clause, or the handler that stands for {@code finally}. Identity decides equality.
     */
    public static final class Handler {
        private final List<String> types;
        private final Block block;
        private final Location location;

        /**
         * A handler.
         *
         * @param types binary names of the caught types; empty for {@code finally}
         * @param block where it starts
         * @param location of the {@code catch}; for {@code finally}, of its first statement
         */
        public Handler(List<String> types, Block block, Location location) {
            this.types = List.copyOf(types);
            this.block = block;
            this.location = location;
        }

        public Location location() {
            return location;
        }

        /** The exception as the handler's code sees it. */
        public Value.Caught caught() {
            return new Value.Caught(types, block);
        }

        /** Binary names of the caught types; empty for {@code finally}. */
        public List<String> types() {
            return types;
        }

        public boolean isFinally() {
            return types.isEmpty();
        }

        /** Whether the handler starts with this block. */
        public boolean startsAt(Block other) {
            return block == other;
        }

        /**
         * Whether the site is code of this handler. Cleanup code of a {@code finally} further out that runs on the way out of the
         * handler is copied into it, but stands outside of what that {@code finally} protects.
         */
        public boolean encloses(Site site) {
            return site.context().handlers().contains(this)
                    && site.context().tries().containsAll(block.tries);
        }

        Block block() {
            return block;
        }
    }
}
