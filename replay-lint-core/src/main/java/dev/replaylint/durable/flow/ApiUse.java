package dev.replaylint.durable.flow;

import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;

/**
 * Code that calls a method without a body to follow: an API, directly or through a method reference.
 *
 * @param api the method
 * @param site the call, or the method reference
 * @param visit where the site is
 * @param region where it runs; for a method reference, where it is called
 * @param receiver if the call has one that is known
 * @param arguments as far as known; none for references
 */
public record ApiUse(
        MethodKey api, Site site, Visit visit, Region region, Optional<Value> receiver, List<Value> arguments) {

    public static ApiUse of(Site.Call call, Visit visit) {
        return new ApiUse(call.target(), call, visit, visit.region(), call.receiver(), call.arguments());
    }

    static ApiUse of(Closure reference, Region region) {
        Optional<Value> receiver =
                reference.hasReceiver() ? reference.bound().stream().findFirst() : Optional.empty();
        return new ApiUse(
                reference.implementation(), reference.site(), reference.creator(), region, receiver, List.of());
    }

    public Location location() {
        return site.location();
    }

    /** {@code Instant.now}. */
    public String name() {
        return api.isConstructor() ? "new " + api.simpleOwner() : api.simpleOwner() + "." + api.name();
    }
}
