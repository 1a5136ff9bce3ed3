package dev.replaylint.durable.suspension;

import dev.replaylint.program.Body;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.TryRange;
import java.util.List;
import java.util.Optional;

/**
 * Knows what a try with a resource becomes (JLS 14.20.3.1): a handler for every {@code Throwable} that closes the resource, and adds
 * to the failure what closing throws.
 */
final class Resources {

    private static final MethodKey ADD =
            new MethodKey("java.lang.Throwable", "addSuppressed", "(Ljava/lang/Throwable;)V");

    private Resources() {}

    /** The call with which a handler closes a resource. */
    static Optional<Site.Call> closedBy(TryRange.Handler handler, Body body) {
        if (!handler.types().equals(List.of(ADD.owner()))) {
            return Optional.empty();
        }
        List<Site.Call> inside = body.sites(Site.Call.class)
                .filter(c -> c.context().handlers().contains(handler))
                .toList();
        return inside.stream()
                .filter(c ->
                        isClose(c) && inside.stream().anyMatch(a -> a.target().equals(ADD) && follows(a, c)))
                .findFirst();
    }

    /** Whether a call adds to a failure what closing a resource throws, as the failure goes on. */
    static boolean adds(Site.Call call, Body body) {
        return call.target().equals(ADD)
                && call.context().handlers().stream()
                        .anyMatch(h -> closedBy(h, body).isPresent());
    }

    private static boolean isClose(Site.Call call) {
        return call.target().name().equals("close") && call.target().arity() == 0;
    }

    /** Whether the call runs on what the other throws. */
    private static boolean follows(Site.Call call, Site.Call other) {
        return other.context().tries().stream()
                .flatMap(t -> t.handlers().stream())
                .anyMatch(call.context().handlers()::contains);
    }
}
