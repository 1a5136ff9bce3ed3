package dev.replaylint.durable;

import dev.replaylint.program.Site;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object of the project whose fields may keep functions.
 *
 * @param creation where it is made
 * @param creator the visit in which it is made
 */
record Keeper(Site.Call creation, Visit creator) implements Carrier {

    String type() {
        return creation.target().owner();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Keeper k && k.creation == creation && k.creator == creator;
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(creation), System.identityHashCode(creator));
    }
}
