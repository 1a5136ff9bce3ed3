package dev.replaylint;

import dev.replaylint.durable.Drift;
import dev.replaylint.durable.ReplayModel;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Written;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Suppression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Runs rules over one program. One that fails is a defect of ours, and takes nothing that the others found with it. */
final class RuleRun {

    private final ReplayModel model;
    private final Defects defects;
    private final Configuration configuration;
    private final List<Rule> rules;
    private final Set<String> unfinished = new TreeSet<>();

    RuleRun(ReplayModel model, Defects defects, Configuration configuration, List<Rule> rules) {
        this.model = model;
        this.defects = defects;
        this.configuration = configuration;
        this.rules = List.copyOf(rules);
    }

    /** What the chosen rules find that are not switched off. */
    List<Finding> findings(Predicate<RuleInfo> chosen, List<Drift> drifts, List<Suppression> suppressions) {
        List<Finding> findings = new ArrayList<>();
        Written written = new Written(drifts, suppressions, configuration.budget());
        for (Rule rule : rules) {
            if (chosen.test(rule.info()) && !configuration.isOff(rule.info())) {
                String name = rule.info().name();
                defects.attempt("rule `" + name + "`", model, m -> findings(rule, m, written))
                        .ifPresentOrElse(findings::addAll, () -> unfinished.add(name));
            }
        }
        return findings;
    }

    /** Whether the rule did not fail. */
    boolean finished(RuleInfo rule) {
        return !unfinished.contains(rule.name());
    }

    private static Collection<Finding> findings(Rule rule, ReplayModel model, Written written) {
        RuleContext context = new RuleContext(model, rule.info(), written);
        rule.check(context);
        return context.findings();
    }
}
