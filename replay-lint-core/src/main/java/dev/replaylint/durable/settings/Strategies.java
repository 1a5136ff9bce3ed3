package dev.replaylint.durable.settings;

import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.sdk.Attempts;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.DurableStrategies;
import dev.replaylint.program.Body;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads from retry and wait strategies how many attempts they allow: the SDK's own, and those that users write. */
final class Strategies {

    /** Strategies that ask strategies that ask strategies. */
    private static final int DEEPEST = 6;

    private final Program program;
    private final Definitions definitions;
    private int depth;

    Strategies(Program program, Definitions definitions) {
        this.program = program;
        this.definitions = definitions;
    }

    /** What a strategy allows, of several possible ones the one that allows most. */
    Attempts of(Value strategy, Way way) {
        List<Attempts> found = new ArrayList<>();
        definitions.of(strategy, way).forEach(t -> found.add(of(t)));
        return Attempts.worst(found);
    }

    /** What a strategy allows. */
    Attempts of(Term strategy) {
        if (depth >= DEEPEST) {
            return Attempts.Unknown.UNKNOWN;
        }
        depth++;
        try {
            return read(strategy);
        } finally {
            depth--;
        }
    }

    private Attempts read(Term strategy) {
        Value value = strategy.value();
        if (value instanceof Value.FieldValue field) {
            return DurableStrategies.preset(field.read().field()).orElse(Attempts.Unknown.UNKNOWN);
        }
        if (value instanceof Value.Function function) {
            return decided(function.creation(), strategy.way());
        }
        if (value instanceof Value.Result result) {
            return result.call().isAllocation()
                    ? ofObject(strategy, result.call())
                    : made(result.call(), strategy.way());
        }
        return Attempts.Unknown.UNKNOWN;
    }

    private Attempts made(Site.Call call, Way way) {
        if (DurableStrategies.makesStrategy(call.target())) {
            List<Attempts> found = new ArrayList<>();
            FactReader reader = reader(false);
            for (Term term : definitions.of(call.arguments().get(0), way)) {
                found.add(
                        reader.outer(term) instanceof Fact.Number most
                                ? new Attempts.Known((int) Math.max(1, most.value()))
                                : Attempts.Unknown.UNKNOWN);
            }
            return Attempts.worst(found);
        }
        return DurableStrategies.isDefaultWaitStrategy(call.target())
                ? DurableStrategies.DEFAULT_POLLS
                : Attempts.Unknown.UNKNOWN;
    }

    private Attempts decided(Site.FunctionCreation function, Way way) {
        List<Fact> given = new ArrayList<>();
        boolean waits = DurableStrategies.isWaitStrategy(function.methodName());
        FactReader reader = reader(waits);
        function.bound().forEach(b -> given.add(reader.outer(new Term(b, way))));
        boolean instance = function.dispatch() == Dispatch.VIRTUAL || function.dispatch() == Dispatch.SPECIAL;
        if (instance && function.bound().isEmpty()) {
            return Attempts.Unknown.UNKNOWN;
        }
        Optional<Fact> self = instance ? Optional.of(given.remove(0)) : Optional.empty();
        if (DurableStrategies.isDecision(function.implementation()) && self.isPresent()) {
            return of(function.bound().get(0), way);
        }
        return code(function.implementation())
                .map(b -> new Trials(new Frame(b, self, given), reader, this, waits).attempts())
                .orElse(Attempts.Unknown.UNKNOWN);
    }

    private Attempts ofObject(Term strategy, Site.Call creation) {
        Optional<Fact> self = Optional.of(new Fact.Outer(strategy));
        return decision(creation.target().owner())
                .flatMap(this::code)
                .map(b -> trials(new Frame(b, self, List.of())).attempts())
                .orElse(Attempts.Unknown.UNKNOWN);
    }

    /** The method by which a class decides: of a generic interface the one with the class's own types, not its bridge. */
    private Optional<MethodKey> decision(String owner) {
        return program.supertypes(owner).stream()
                .flatMap(t -> program.type(t).stream())
                .flatMap(h -> h.methods().stream().map(m -> new MethodKey(h.name(), m.name(), m.descriptor())))
                .filter(DurableStrategies::isDecision)
                .filter(m -> code(m).isPresent())
                .min(Comparator.comparing(m -> m.descriptor().startsWith("(Ljava/lang/Object;")));
    }

    private Trials trials(Frame method) {
        boolean waits = DurableStrategies.isWaitStrategy(method.body().key().name());
        return new Trials(method, reader(waits), this, waits);
    }

    private FactReader reader(boolean waits) {
        return new FactReader(this, definitions, waits);
    }

    /** What a strategy allows that code names where it asks it. */
    static Attempts named(Value strategy) {
        return strategy.settled() instanceof Value.FieldValue field
                ? DurableStrategies.preset(field.read().field()).orElse(Attempts.Unknown.UNKNOWN)
                : Attempts.Unknown.UNKNOWN;
    }

    /** The code of a method that is not the SDK's. */
    Optional<Body> code(MethodKey method) {
        return DurableSdk.owns(method.owner())
                ? Optional.empty()
                : program.implementation(method)
                        .filter(b -> !DurableSdk.owns(b.key().owner()));
    }
}
