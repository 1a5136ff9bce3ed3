package dev.replaylint.durable.flow;

import dev.replaylint.program.Site;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object of the project whose fields may keep functions.
 *
 * @param creation where it is made
 * @param creator the visit in which it is made
 * @param given the call of the factory that makes it, if one does: each call gives another object
 */
record Keeper(Site.Call creation, Visit creator, Optional<Place> given) implements Carrier {

    /** What an allocation makes, as the code right there has it. */
    static Keeper made(Site.Call creation, Visit creator) {
        return new Keeper(creation, creator, Optional.empty());
    }

    /** The object as a caller has it whom a factory gives it. */
    Keeper givenBy(Site.Call call, Visit caller) {
        return new Keeper(creation, creator, Optional.of(new Place(call, caller)));
    }

    /** The object before a factory gave it away. */
    Keeper own() {
        return made(creation, creator);
    }

    /** Whether the visit makes it, or has it from a factory that it calls. */
    boolean isMadeIn(Visit visit) {
        return given.map(Place::visit).orElse(creator) == visit;
    }

    String type() {
        return creation.target().owner();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Keeper k && k.creation == creation && k.creator == creator && k.given.equals(given);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(creation), System.identityHashCode(creator), given);
    }
}
