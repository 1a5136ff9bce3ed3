package dev.replaylint.durable.flow;

import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** The API calls of the visited code. */
public final class Uses {

    private record ReferenceKey(Site site, Visit visit, Region region) {}

    private final Program program;
    private final Targets targets;
    private final Map<Visit, Map<Site, List<ApiUse>>> references = new HashMap<>();

    public Uses(Program program, Targets targets) {
        this.program = program;
        this.targets = targets;
    }

    /** API methods that a call runs through references that it is given or called on. */
    public List<ApiUse> references(Site.Call call, Visit visit) {
        return references
                .computeIfAbsent(visit, v -> new HashMap<>())
                .computeIfAbsent(
                        call,
                        c -> targets.references(c, visit).stream()
                                .filter(u -> u.visit().runs(u.site()))
                                .toList());
    }

    /** All API uses of these visits, in their order; each reference once a region. */
    public List<ApiUse> of(Collection<Visit> visits) {
        return of(visits, (call, visit) -> false);
    }

    /** The same of code that may run where it was visited. */
    public List<ApiUse> of(Reachable code) {
        return of(code.visits(), (call, visit) -> visit.region() == Region.REPLAYED && code.leavesToSteps(call, visit));
    }

    private List<ApiUse> of(Collection<Visit> visits, BiPredicate<Site.Call, Visit> left) {
        List<ApiUse> found = new ArrayList<>();
        Set<ReferenceKey> seen = new HashSet<>();
        for (Visit visit : visits) {
            for (Site.Call call : visit.body().calls()) {
                if (!visit.runs(call)) {
                    continue;
                }
                if (isApi(call, visit)) {
                    found.add(ApiUse.of(call, visit));
                }
                for (ApiUse use : references(call, visit)) {
                    if (!left.test(call, visit) && seen.add(new ReferenceKey(use.site(), use.visit(), use.region()))) {
                        found.add(use);
                    }
                }
            }
        }
        return found;
    }

    private boolean isApi(Site.Call call, Visit visit) {
        return visit.calls(call).isEmpty()
                && DurableSdk.operation(call.target(), program).isEmpty();
    }
}
