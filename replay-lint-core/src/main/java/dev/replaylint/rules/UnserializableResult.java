package dev.replaylint.rules;

import dev.replaylint.durable.payload.GivenType;
import dev.replaylint.durable.payload.Misfit;
import dev.replaylint.durable.payload.Payloads;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.util.Optional;

/** Reports results that a checkpoint cannot hold, or does not give back as they were. */
final class UnserializableResult implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "unserializable-result", Severity.ERROR, "0.1.0", "a result that its checkpoint cannot give back");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        Payloads payloads = context.model().deliveries().setups().payloads();
        for (GivenType type : payloads.types()) {
            Optional<Misfit> misfit =
                    payloads.misfit(type).filter(m -> m.kind() != Misfit.Kind.UNTYPED || isMade(type));
            misfit.ifPresent(m -> context.report(type.path(), diagnosis(type, m)));
        }
    }

    /** Whether code makes the result, rather than somebody outside who sends JSON anyway. */
    private static boolean isMade(GivenType type) {
        return type.operation().kind().body().isPresent() && type.operation().kind() != OperationKind.WAIT_FOR_CALLBACK;
    }

    private static Diagnosis diagnosis(GivenType type, Misfit misfit) {
        String place = misfit.component().map(c -> " of `" + c + "`").orElse("");
        return new Diagnosis(
                severity(type, misfit),
                misfit.type() + misfit.component().map(c -> " " + c).orElse(""),
                "`" + misfit.type() + "`" + place + reason(misfit.kind()) + consequence(type, misfit),
                help(misfit));
    }

    private static Severity severity(GivenType type, Misfit misfit) {
        if (type.ownSerDes() || misfit.kind() == Misfit.Kind.UNTYPED) {
            return Severity.INFO;
        }
        return misfit.kind().fails() ? Severity.ERROR : Severity.WARNING;
    }

    private static String reason(Misfit.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> " does not go through JSON and back";
            case ABSTRACT -> " is abstract and JSON does not say which class it was";
            case INNER -> " is an inner class, which needs an instance of the class around it";
            case NO_CONSTRUCTOR -> " has no constructor that Jackson can call";
            case KEY -> " is the key of a map, and nothing makes it of the text that a key is in JSON";
            case KEY_CHANGED -> " keys come back from their checkpoint made of what their `toString` gives";
            case ZONE_LOST -> " comes back from its checkpoint in UTC";
            case UNTYPED ->
                " values come back from their checkpoint as what JSON has, an `Instant` as text, a `long` as"
                        + " `Integer`";
        };
    }

    private static String consequence(GivenType type, Misfit misfit) {
        if (!misfit.kind().fails()) {
            return ", while the function gave something else";
        }
        if (type.ownSerDes()) {
            return ", unless the `SerDes` that is set here knows it";
        }
        return type.operation().kind() == OperationKind.STEP
                ? ", so the step runs its function and fails, in each of its attempts, six by default"
                : ", so `" + type.operation().kind().method() + "` fails when it has its result";
    }

    private static String help(Misfit misfit) {
        return switch (misfit.kind()) {
            case UNKNOWN, UNTYPED ->
                "return a record of plain values from the function, or set a `SerDes` that knows the type";
            case ABSTRACT ->
                "name the class that is returned, or annotate `" + misfit.type() + "` with `@JsonTypeInfo`";
            case INNER -> "make `" + misfit.type() + "` a record or a `static` class";
            case NO_CONSTRUCTOR ->
                "make `" + misfit.type() + "` a record, or annotate a constructor with `@JsonCreator`";
            case KEY, KEY_CHANGED ->
                "use a text, a number or an enum as the key, or annotate `" + misfit.type()
                        + "` with `@JsonKey` and `@JsonCreator`";
            case ZONE_LOST -> "return an `Instant`, and the zone beside it where it counts";
        };
    }
}
