package dev.replaylint.durable.suspension;

import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Names;
import dev.replaylint.program.TryRange;

/**
 * A catch clause for an exception that the function of an operation throws, but that cannot be rebuilt from the checkpoint.
 *
 * @param visit where the clause is
 * @param caught binary name of the class it catches
 * @param thrown binary name of the class that the function throws
 * @param place the site of the try that leads to the operation
 * @param substitute binary name of what the operation throws instead
 */
public record LostException(
        Visit visit,
        TryRange.Handler handler,
        String caught,
        String thrown,
        Place place,
        Operation operation,
        String substitute) {

    /** Simple name of the caught class. */
    public String caughtName() {
        return Names.simple(caught);
    }

    /** Simple name of the thrown class. */
    public String thrownName() {
        return Names.simple(thrown);
    }

    /** Simple name of what the operation throws instead. */
    public String substituteName() {
        return Names.simple(substitute);
    }
}
