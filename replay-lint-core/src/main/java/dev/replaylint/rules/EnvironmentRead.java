package dev.replaylint.rules;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Value;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.util.Optional;

/** Reports data of the invocation or sandbox that replayed code reads; ordinary variables are fixed for a published version. */
final class EnvironmentRead implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "environment-read",
            Severity.ERROR,
            "0.1.0",
            "data of the invocation or its environment read in replayed code");

    private static final String HELP =
            "read it inside a step and use the step's result, or use the execution's ARN where a stable id is needed";

    private static final VaryingValue INVOCATION =
            new VaryingValue(Effect.INVOCATION_DATA, "differs from one invocation to the next", HELP);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        INVOCATION.check(context);
        for (ApiUse use : context.model().uses().in(Region.REPLAYED)) {
            Optional<CatalogEntry<Effect>> entry = context.model().uses().entry(use);
            boolean fixed = entry.flatMap(e -> variable(use).filter(e::isFixed)).isPresent();
            if (!fixed && entry.filter(e -> e.fact() == Effect.ENVIRONMENT).isPresent()) {
                context.report(use.site(), use.visit(), ofVariable(use, entry.get(), context));
            }
        }
    }

    private static Diagnosis ofVariable(ApiUse use, CatalogEntry<Effect> entry, RuleContext context) {
        boolean varies = variable(use).filter(entry::varies).isPresent();
        if (varies) {
            Severity severity = context.model().reach(use.site()).isPresent()
                    ? Severity.ERROR
                    : context.model().ending(use.site()).isHarmless() ? Severity.INFO : Severity.WARNING;
            return new Diagnosis(
                    severity,
                    use.name(),
                    "`" + variable(use).orElseThrow() + "` differs from one invocation to the next",
                    HELP);
        }
        return new Diagnosis(
                Severity.INFO,
                use.name(),
                "`" + use.name() + "` is read again on every replay, and `$LATEST` may have other settings by then",
                "invoke the function through a version or alias, or read the setting inside a step");
    }

    private static Optional<String> variable(ApiUse use) {
        return use.arguments().stream()
                .findFirst()
                .filter(Value.Constant.class::isInstance)
                .map(v -> ((Value.Constant) v).constant())
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }
}
