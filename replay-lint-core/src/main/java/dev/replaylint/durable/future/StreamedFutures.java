package dev.replaylint.durable.future;

import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.program.Body;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Set;

/** Futures that a function gives to a stream or optional: whether anybody looks at what they are collected into. */
record StreamedFutures(Program program) {

    private static final String STREAM = "java.util.stream.Stream";
    private static final String OPTIONAL = "java.util.Optional";

    private static final Set<String> PASSING = Set.of("limit", "skip", "sorted");
    private static final Set<String> COLLECTING = Set.of("toList", "collect");
    private static final Set<String> ASKING = Set.of("size", "isEmpty", "isPresent");

    /** Whether all that is asked is how many there are, if anything. */
    boolean areLeft(Site.Call mapping, Body body) {
        boolean optional = program.isSubtype(mapping.target().owner(), OPTIONAL);
        return mapping.target().name().equals("map")
                && (optional || program.isSubtype(mapping.target().owner(), STREAM))
                && areLeft(new Value.Result(mapping), body, optional);
    }

    /** {@code run} says whether the functions have been run: a stream runs them when it is collected. */
    private boolean areLeft(Value futures, Body body, boolean run) {
        List<Site> users = body.sites().stream()
                .filter(s -> BodyReads.operands(s).stream().anyMatch(v -> BodyReads.mentions(v, futures)))
                .toList();
        return users.isEmpty() ? run : users.stream().allMatch(s -> leaves(s, futures, body, run));
    }

    private boolean leaves(Site user, Value futures, Body body, boolean run) {
        if (!(user instanceof Site.Call call)
                || call.receiver().filter(r -> r.settled().equals(futures)).isEmpty()) {
            return false;
        }
        String name = call.target().name();
        boolean collects =
                COLLECTING.contains(name) && call.arguments().stream().allMatch(StreamedFutures::isPlain);
        boolean passes = PASSING.contains(name) && !run;
        return run ? ASKING.contains(name) : (collects || passes) && areLeft(new Value.Result(call), body, collects);
    }

    /** A collector that only puts elements together. */
    private static boolean isPlain(Value collector) {
        return collector.settled() instanceof Value.Result made
                && made.call().arguments().isEmpty();
    }
}
