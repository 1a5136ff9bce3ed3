package dev.replaylint.durable.settings;

import dev.replaylint.durable.body.Tested;
import dev.replaylint.durable.flow.CallPath;
import dev.replaylint.durable.flow.Construction.Made;
import dev.replaylint.durable.flow.Constructions;
import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Given;
import dev.replaylint.durable.flow.Started;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.DurableSettings;
import dev.replaylint.durable.sdk.DurableStrategies;
import dev.replaylint.program.Body;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds constant durations that the SDK or the service does not take as they are: of waits, timeouts, and strategies. */
public final class Durations {

    private static final String DURATION = "Ljava/time/Duration;";
    private static final int DEEPEST = 6;

    private final Program program;
    private final Definitions definitions;
    private final Constructions constructions;
    private final Times times;
    private final AskedParts parts;
    private final List<UnfitDuration> found = new ArrayList<>();
    private final Set<Term> seen = new HashSet<>();
    private final Set<Site.Call> looked = new HashSet<>();

    public Durations(Program program, Definitions definitions, Constructions constructions) {
        this.program = program;
        this.definitions = definitions;
        this.constructions = constructions;
        this.times = new Times(definitions);
        this.parts = new AskedParts(program, definitions);
    }

    /** Of operations, and where code makes a strategy, which fails there, whatever becomes of it. */
    public List<UnfitDuration> wrong(List<Started> started, List<Visit> replayed) {
        for (Started operation : started) {
            arguments(operation.operation().call(), operation.way(), DEEPEST);
        }
        for (Visit visit : replayed) {
            visit.body().calls().stream()
                    .filter(c -> DurableStrategies.makesStrategy(c.target()) && visit.runs(c))
                    .filter(c -> !looked.contains(c))
                    .forEach(c -> Way.to(visit).forEach(w -> arguments(c, w, 1)));
        }
        return found;
    }

    /** What a call is given: durations, configurations that hold some, strategies. */
    private void arguments(Site.Call call, Way way, int depth) {
        looked.add(call);
        List<String> parameters = Descriptors.parameters(call.target().descriptor());
        for (int i = 0; i < parameters.size() && depth > 0; i++) {
            if (parameters.get(i).equals(DURATION)) {
                duration(call, i, way);
            } else if (DurableStrategies.isStrategy(parameters.get(i))) {
                strategy(call, i, way, depth - 1);
            } else if (DurableSettings.isConfig(parameters.get(i))) {
                constructions.ofArgument(i, call, way).stream()
                        .flatMap(c -> c.calls().stream())
                        .forEach(m -> made(m, depth - 1));
            }
        }
    }

    private void made(Made made, int depth) {
        if (DurableSdk.owns(made.call().target().owner())
                && seen.add(new Term(new Value.Result(made.call()), made.way()))) {
            arguments(made.call(), made.way(), depth);
        }
    }

    private void duration(Site.Call call, int index, Way way) {
        Given given = Given.of(call.arguments().get(index), call, way);
        for (Duration duration : possible(given)) {
            boolean asked = isAsked(duration, call.arguments().get(index), call)
                    || isAsked(duration, given.value(), given.site());
            if (!asked) {
                add(amount(given).path(program), call, duration);
            }
        }
    }

    /** What may be given: of a part of an object, not what the code asks for first. */
    private List<Duration> possible(Given given) {
        boolean here = given.way().equals(given.at());
        if (here && parts.isAskedInside(given.value(), given.site(), given.way())) {
            return List.of();
        }
        return Optional.of(given)
                .filter(g -> here)
                .flatMap(g -> parts.left(g.value(), g.site(), g.way()))
                .map(times::of)
                .orElseGet(() -> times.of(given.value(), given.way()));
    }

    /** Where the number is decided of which code makes a duration: {@code Duration.ofMillis(millis)}. */
    private static Given amount(Given duration) {
        return duration.value() instanceof Value.Result made
                        && Times.isMade(made.call())
                        && made.call().arguments().get(0).settled() instanceof Value.Parameter number
                ? Given.of(number, made.call(), duration.way())
                : duration;
    }

    /** Whether something about the duration decides that it is given: {@code if (!pause.isZero()) ctx.wait("pause", pause)}. */
    private static boolean isAsked(Duration duration, Value value, Site given) {
        boolean none = duration.isZero() || duration.isNegative();
        return Tested.conditions(given).stream()
                .filter(c -> Tested.by(List.of(c), value))
                .anyMatch(c -> none || !Times.isAboutSign(c));
    }

    private void add(CallPath path, Site.Call call, Duration duration) {
        UnfitDuration one =
                new UnfitDuration(path, call.target().name(), duration, DurableSettings.longest(call.target()));
        if (one.isWrong()) {
            found.add(one);
        }
    }

    private void strategy(Site.Call call, int index, Way way, int depth) {
        for (Term term : definitions.of(call.arguments().get(index), way)) {
            if (term.value() instanceof Value.Result result
                    && DurableSdk.owns(result.call().target().owner())) {
                arguments(result.call(), term.way(), depth);
            } else if (term.value() instanceof Value.Function function) {
                Site.FunctionCreation made = function.creation();
                program.body(made.implementation()).ifPresent(b -> decided(b, made, term.way(), call));
            }
        }
    }

    /** What a function decides is given where the function is. */
    private void decided(Body body, Site.FunctionCreation function, Way way, Site.Call setter) {
        Way inside = way.into(function, body);
        body.sites(Site.Return.class)
                .flatMap(r -> r.value().stream())
                .flatMap(v -> definitions.untested(v, inside).stream())
                .flatMap(t -> times.of(delay(t.value()), t.way()).stream())
                .filter(d -> !d.isZero())
                .forEach(d -> add(CallPath.along(way, setter, program), setter, d));
    }

    private static Value delay(Value decision) {
        return decision instanceof Value.Result result
                        && DurableStrategies.retries(result.call().target()).orElse(false)
                ? result.call().arguments().get(0)
                : decision;
    }
}
