package dev.replaylint.rules;

import dev.replaylint.catalog.KeyPlace;
import dev.replaylint.durable.Mutation;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.util.Optional;

/** Reports effects that a step may make twice, where nothing tells the receiver that they are one. */
final class MissingIdempotencyKey implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "missing-idempotency-key",
            Severity.WARNING,
            "0.1.0",
            "an effect without idempotency key in a step that may run again");

    private static final String ONCE =
            "`StepSemantics.AT_MOST_ONCE_PER_RETRY` together with" + " `RetryStrategies.Presets.NO_RETRY`";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (Mutation mutation : context.model().deliveries().mutations()) {
            if (mutation.repeats()) {
                diagnosis(mutation).ifPresent(d -> context.report(mutation.path(), d));
            }
        }
    }

    private static Optional<Diagnosis> diagnosis(Mutation mutation) {
        String again =
                mutation.step().label() + " may run `" + mutation.use().name() + "` again after a crash or failure, ";
        String key = "`" + mutation.place().map(KeyPlace::label).orElse("key") + "`";
        return switch (mutation.key()) {
            case MISSING ->
                of(
                        mutation,
                        again + "and without " + key + " the second call counts as another one",
                        "set " + key
                                + " from the input, from `getExecutionArn()` or from the result of an earlier step;"
                                + " where the receiver takes none, run the step with " + ONCE);
            case FILLED ->
                of(
                        mutation,
                        again + "and the client fills in another random " + key + " each time",
                        "set " + key
                                + " from the input, from `getExecutionArn()` or from the result of an earlier step");
            case NONE ->
                of(
                        mutation,
                        again + "and no key tells its receiver that it is the same",
                        "run the step with " + ONCE + ", or write a record of the effect on condition first");
            default -> Optional.empty();
        };
    }

    private static Optional<Diagnosis> of(Mutation mutation, String message, String help) {
        return Optional.of(new Diagnosis(Severity.WARNING, mutation.use().name(), message, help));
    }
}
