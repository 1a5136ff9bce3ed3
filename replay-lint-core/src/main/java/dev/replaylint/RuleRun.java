package dev.replaylint;

import dev.replaylint.catalog.Catalog;
import dev.replaylint.durable.Drift;
import dev.replaylint.durable.EntryPoint;
import dev.replaylint.durable.ReplayModel;
import dev.replaylint.program.Body;
import dev.replaylint.program.BodyShape;
import dev.replaylint.program.Location;
import dev.replaylint.program.Problem;
import dev.replaylint.program.Program;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Written;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Suppression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Runs rules over one program. One that fails is a defect of ours, and takes nothing that the others found with it. */
final class RuleRun {

    private static final String NO_FILE = "rules";

    private final ReplayModel model;
    private final Catalog catalog;
    private final Configuration configuration;
    private final List<Rule> rules;
    private final List<Problem> failures = new ArrayList<>();
    private final Set<String> unfinished = new TreeSet<>();

    RuleRun(ReplayModel model, Catalog catalog, Configuration configuration, List<Rule> rules) {
        this.model = model;
        this.catalog = catalog;
        this.configuration = configuration;
        this.rules = List.copyOf(rules);
    }

    /** What the chosen rules find that are not switched off. */
    List<Finding> findings(Predicate<RuleInfo> chosen, List<Drift> drifts, List<Suppression> suppressions) {
        List<Finding> findings = new ArrayList<>();
        Written written = new Written(drifts, suppressions, configuration.budget());
        for (Rule rule : rules) {
            if (chosen.test(rule.info()) && !configuration.isOff(rule.info())) {
                try {
                    findings.addAll(findings(rule, model, written));
                } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
                    unfinished.add(rule.info().name());
                    failures.add(failure(rule, written, e));
                }
            }
        }
        return findings;
    }

    /** Rules that failed, each with the first handler that it fails on. */
    List<Problem> failures() {
        return List.copyOf(failures);
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

    private Problem failure(Rule rule, Written written, Throwable thrown) {
        Optional<EntryPoint> handler = model.entryPoints().stream()
                .filter(e -> failsOn(e, rule, written))
                .findFirst();
        Optional<Location> place = handler.flatMap(e -> model.program().body(e.method()))
                .map(Body::shape)
                .map(BodyShape::location);
        String reason = "rule `" + rule.info().name() + "` failed"
                + handler.map(e -> " on `" + e.label() + "`").orElse("") + ": " + thrown + at(thrown);
        return new Problem(
                place.map(Location::file).orElse(NO_FILE),
                place.map(Location::line).orElse(0),
                reason,
                true,
                true);
    }

    /** Rules do not say what they look at, so they look again, at one handler after the other. */
    private boolean failsOn(EntryPoint handler, Rule rule, Written written) {
        Program alone = model.program().judging(c -> c.equals(handler.method().owner()));
        try {
            findings(rule, ReplayModel.of(alone, catalog), written);
            return false;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            return true;
        }
    }

    private static String at(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .filter(f -> f.getClassName().startsWith(RuleRun.class.getPackageName()))
                .findFirst()
                .map(f -> " at " + f.getFileName() + ":" + f.getLineNumber())
                .orElse("");
    }
}
