package dev.replaylint.durable.value;

import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;

/** Calls that belong together because one is made on what the other gave, as in {@code list.parallelStream().forEach(…)}. */
public final class Chains {

    private static final int LONGEST = 12;

    private Chains() {}

    /** The calls after the use in its chain, and the one that made its receiver. */
    public static List<Site.Call> around(ApiUse use) {
        if (!(use.site() instanceof Site.Call start)) {
            return List.of();
        }
        return use.visit()
                .body()
                .sites(Site.Call.class)
                .filter(c -> c != start
                        && (leadsTo(c, start)
                                || maker(start).filter(m -> m == c).isPresent()))
                .toList();
    }

    private static boolean leadsTo(Site.Call call, Site.Call start) {
        Optional<Site.Call> at = maker(call);
        for (int i = 0; i < LONGEST && at.isPresent(); i++) {
            if (at.get() == start) {
                return true;
            }
            at = maker(at.get());
        }
        return false;
    }

    private static Optional<Site.Call> maker(Site.Call call) {
        return call.receiver().filter(Value.Result.class::isInstance).map(r -> ((Value.Result) r).call());
    }
}
