package dev.replaylint.durable;

import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import java.util.List;

/** Where a value comes from, as far as one body can tell. */
sealed interface Leaf {

    /** The longest chain of fields that is told apart. */
    int LONGEST_PATH = 4;

    /**
     * The result of an API call.
     *
     * @param site the call, or the method reference through which the API was called
     */
    record Source(Site site, Visit visit) implements Leaf {}

    /** What a field holds; besides what is known to be assigned to it. */
    record Field(Site.FieldRead read, Visit visit) implements Leaf {}

    /**
     * Something the caller passes.
     *
     * @param parameter index; -1 for the receiver
     * @param path fields read from it
     */
    record Hole(int parameter, List<FieldKey> path) implements Leaf {}
}
