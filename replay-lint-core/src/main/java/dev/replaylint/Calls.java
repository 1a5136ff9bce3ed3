package dev.replaylint;

import dev.replaylint.durable.ReplayModel;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Location;
import dev.replaylint.program.Names;
import dev.replaylint.program.Problem;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is known of the calls in the code that durable execution runs, each once however often its body is visited. */
final class Calls {

    private final Program program;
    private final Set<Site> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> unresolved = new TreeSet<>();
    private final Map<String, List<Location>> unknown = new TreeMap<>();
    private int resolved;
    private int assumed;

    Calls(ReplayModel model) {
        this.program = model.program();
        model.visits(Region.REPLAYED).forEach(this::count);
        model.visits(Region.CHECKPOINTED).forEach(this::count);
    }

    private void count(Visit visit) {
        for (Site site : visit.body().sites()) {
            if (seen.add(site)) {
                count(site);
            }
        }
    }

    private void count(Site site) {
        if (site instanceof Site.Call call) {
            resolved += call.assumed() ? 0 : 1;
            assumed += call.assumed() ? 1 : 0;
            if (!call.assumed() && DurableSdk.isUnknown(call.target(), program)) {
                String method = Names.simple(call.target().owner()) + "."
                        + call.target().name();
                unknown.computeIfAbsent(method, m -> new ArrayList<>()).add(call.location());
            }
        } else if (site instanceof Site.UnresolvedCall call) {
            unresolved.add(call.location() + " " + call.name());
        }
    }

    /** Those whose target is known. */
    int resolved() {
        return resolved;
    }

    /** Those that are matched by the type of their receiver and their name only. */
    int assumed() {
        return assumed;
    }

    /** Those whose target is not known, as {@code file:line name}, sorted. */
    List<String> unresolved() {
        return List.copyOf(unresolved);
    }

    /** Methods that no version of the SDK had so far: not a word about them would look as if all was well. */
    Stream<Problem> unknown() {
        return unknown.entrySet().stream().map(e -> unknown(e.getKey(), e.getValue()));
    }

    private static Problem unknown(String method, List<Location> calls) {
        Location first = Collections.min(calls);
        String times = calls.size() == 1 ? "" : " (" + calls.size() + " calls)";
        return new Problem(
                first.file(),
                first.line(),
                "`" + method + "` is no operation of the SDKs that this version knows, so what it runs is not checked"
                        + times,
                false);
    }
}
