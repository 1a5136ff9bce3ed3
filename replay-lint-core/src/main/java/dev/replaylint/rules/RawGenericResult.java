package dev.replaylint.rules;

import dev.replaylint.durable.payload.RawType;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports generic results whose checkpoint is read without knowing what the elements were. */
final class RawGenericResult implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "raw-generic-result", Severity.ERROR, "0.1.0", "a generic result whose elements come back as maps");

    private static final String BACK =
            "the elements come back as %s, and the first use of one as %s fails with `ClassCastException`";
    private static final String WHOLE =
            "an object comes back as `LinkedHashMap`, and its first use as what it was fails with `ClassCastException`";
    private static final String OBJECTS = "`LinkedHashMap`";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (RawType raw : context.model().deliveries().setups().payloads().rawTypes()) {
            context.report(raw.given().path(), diagnosis(raw));
        }
    }

    private static Diagnosis diagnosis(RawType raw) {
        String type = raw.type();
        if (raw.erased()) {
            return new Diagnosis(
                    Severity.ERROR,
                    type,
                    "`TypeToken<" + type + ">` keeps a type variable and no class, so "
                            + (type.contains("<") ? BACK.formatted(OBJECTS, "what it was") : WHOLE),
                    "take the `TypeToken` as a parameter, and make it where the type is known");
        }
        String help = "pass `new TypeToken<" + type + "<…>>() {}` with the types of the elements";
        return raw.element()
                .map(e -> new Diagnosis(
                        raw.given().ownSerDes() ? Severity.WARNING : Severity.ERROR,
                        type,
                        "`" + type + ".class` does not say that the elements are `" + e + "`, so "
                                + BACK.formatted(raw.readAs(), "`" + e + "`"),
                        help))
                .orElseGet(() -> new Diagnosis(
                        Severity.WARNING,
                        type,
                        "`" + type
                                + ".class` does not say what the elements are, so objects come back as `LinkedHashMap` and"
                                + " numbers as `Integer` or `Double`",
                        help));
    }
}
