package dev.replaylint.durable.flow;

import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a value comes from, as far as one body can tell. */
public sealed interface Leaf {

    /** The longest chain of fields that is told apart. */
    int LONGEST_PATH = 4;

    /**
     * The result of an API call.
     *
     * @param site the call, or the method reference through which the API was called
     */
    record Source(Site site, Visit visit) implements Leaf {
        /** By hand, as {@code MethodKey}'s: what records make by themselves is slow until it is compiled. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Source source && source.site == site && source.visit == visit;
        }

        @Override
        public int hashCode() {
            return 31 * site.hashCode() + visit.hashCode();
        }
    }

    /** What a field holds; besides what is known to be assigned to it. */
    record Field(Site.FieldRead read, Visit visit) implements Leaf {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Field field && field.read == read && field.visit == visit;
        }

        @Override
        public int hashCode() {
            return 31 * read.hashCode() + visit.hashCode();
        }
    }

    /**
     * Something the caller passes.
     *
     * @param parameter index; -1 for the receiver
     * @param path fields read from it
     */
    record Hole(int parameter, List<FieldKey> path) implements Leaf {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Hole hole && hole.parameter == parameter && hole.path.equals(path);
        }

        @Override
        public int hashCode() {
            return 31 * parameter + path.hashCode();
        }
    }

    /**
     * What a function or an entry point is given that no code of the program calls; a value that came from there stays one in other
     * bodies.
     *
     * @param parameter index; -1 for the receiver
     * @param path fields read from it
     */
    record Given(Visit visit, int parameter, List<FieldKey> path) implements Leaf {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Given given
                    && given.visit == visit
                    && given.parameter == parameter
                    && given.path.equals(path);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * visit.hashCode() + parameter) + path.hashCode();
        }

        /** What is given, in the visit that is given it. */
        public Edge.Bound bound() {
            return new Edge.Bound(visit, parameter < 0 ? Value.This.THIS : new Value.Parameter(parameter));
        }
    }
}
