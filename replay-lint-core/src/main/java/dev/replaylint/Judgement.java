package dev.replaylint;

import dev.replaylint.catalog.Catalog;
import dev.replaylint.durable.Drift;
import dev.replaylint.durable.Operation;
import dev.replaylint.durable.Region;
import dev.replaylint.durable.ReplayModel;
import dev.replaylint.durable.Visit;
import dev.replaylint.manifest.Comparison;
import dev.replaylint.manifest.Comparison.Scope;
import dev.replaylint.manifest.Recorded;
import dev.replaylint.program.CodeSource.Extent;
import dev.replaylint.program.Location;
import dev.replaylint.program.Note;
import dev.replaylint.program.Problem;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.report.Coverage;
import dev.replaylint.report.Report;
import dev.replaylint.report.workflow.Workflow;
import dev.replaylint.report.workflow.Workflows;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Fingerprint;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.RuleInfo.Group;
import dev.replaylint.rule.Suppressed;
import dev.replaylint.rule.Suppression;
import dev.replaylint.rules.Rules;
import dev.replaylint.suppression.Suppressions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Runs the rules over one program and puts the report together. */
final class Judgement {

    private final Program program;
    private final Configuration configuration;
    private final ReplayModel model;

    Judgement(Program program, Catalog catalog, Configuration configuration) {
        this.program = program;
        this.configuration = configuration;
        this.model = ReplayModel.of(program, catalog);
    }

    /** The code against what is recorded. A part of the code would look like a change, so there is none if any code was lost. */
    Optional<Comparison> comparison(Recorded recorded) {
        Scope scope = new Scope(configuration.manifest().handlers(), program.project()::isJudged);
        Comparison comparison = Comparison.of(model, recorded, scope);
        return lost().isEmpty() ? Optional.of(comparison) : Optional.empty();
    }

    private List<Problem> lost() {
        return program.project().problems().stream().filter(Problem::lost).toList();
    }

    /**
     * The report.
     *
     * @param drifts how the code differs from what is recorded; empty if it was not compared
     */
    Report report(List<Problem> others, Optional<List<Drift>> drifts, boolean workflows) {
        List<Finding> found = findings(i -> i.group() != Group.SUPPRESSION, drifts.orElse(List.of()), List.of());
        Suppressions.Outcome outcome = suppressions(found).apply(found, decided(drifts.isPresent()));
        List<Suppression> judged = outcome.suppressions().stream()
                .filter(s -> program.project().isJudged(s.about().type()))
                .toList();
        List<Finding> open = new ArrayList<>(outcome.open());
        open.addAll(findings(i -> i.group() == Group.SUPPRESSION, List.of(), judged));
        List<Suppressed> suppressed = new ArrayList<>(outcome.suppressed());
        suppressed.addAll(excluded(open));
        List<Problem> problems = new ArrayList<>(others);
        problems.addAll(program.project().problems());
        List<Workflow> described = workflows ? Workflows.of(model) : List.of();
        return new Report(open, coverage(), problems, Rules.infos(), described, suppressed);
    }

    /** Takes findings in classes that are not judged out of the list. */
    private List<Suppressed> excluded(List<Finding> open) {
        List<Suppressed> excluded = new ArrayList<>();
        for (Finding finding : List.copyOf(open)) {
            String type = Fingerprint.of(finding.fingerprint()).type();
            configuration.exclusions().reason(type).ifPresent(r -> {
                open.remove(finding);
                excluded.add(new Suppressed(finding, Suppressed.How.CONFIGURATION, r));
            });
        }
        return excluded;
    }

    private List<Finding> findings(Predicate<RuleInfo> chosen, List<Drift> drifts, List<Suppression> suppressions) {
        List<Finding> findings = new ArrayList<>();
        RuleContext.Written written = new RuleContext.Written(drifts, suppressions);
        for (Rule rule : Rules.all()) {
            RuleInfo info = rule.info();
            if (chosen.test(info) && !configuration.isOff(info)) {
                RuleContext context = new RuleContext(model, info, configuration.severity(info), written);
                rule.check(context);
                findings.addAll(context.findings());
            }
        }
        return findings;
    }

    /** Those in files that handlers reach: of others nothing is known. */
    private Suppressions suppressions(List<Finding> findings) {
        Set<String> files = new TreeSet<>();
        findings.forEach(f -> files.add(f.location().file()));
        for (Region region : Region.values()) {
            model.visits(region).stream()
                    .map(Visit::body)
                    .filter(b -> program.isProject(b.key().owner()))
                    .forEach(b -> files.add(b.shape().location().file()));
        }
        List<Note> notes = program.project().notes(files, Suppressions.query());
        return Suppressions.of(
                notes, names(i -> i.group() != Group.SUPPRESSION), names(i -> i.group() == Group.SUPPRESSION));
    }

    /** Rules that found all there is to find. Code that was lost may have led to code that could be read. */
    private Set<String> decided(boolean compared) {
        return lost().isEmpty()
                ? names(i -> !configuration.isOff(i) && (compared || !i.group().isOfTheManifest()))
                : Set.of();
    }

    private static Set<String> names(Predicate<RuleInfo> chosen) {
        Set<String> names = new TreeSet<>();
        Rules.infos().stream().filter(chosen).forEach(i -> names.add(i.name()));
        return names;
    }

    private Coverage coverage() {
        Extent extent = program.project().extent();
        Set<Location> operations = new TreeSet<>();
        model.operations().stream().map(Operation::call).map(Site::location).forEach(operations::add);
        Calls calls = new Calls();
        model.visits(Region.REPLAYED).forEach(calls::count);
        model.visits(Region.CHECKPOINTED).forEach(calls::count);
        return new Coverage(
                model.entryPoints().size(),
                operations.size(),
                extent.files(),
                extent.filesRead(),
                model.enteredLibraryMethods().size(),
                calls.resolved,
                calls.assumed,
                calls.unresolved.size(),
                List.copyOf(calls.unresolved));
    }

    /** Counts calls, each once however often its body is visited. */
    private static final class Calls {
        private final Set<Site> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<String> unresolved = new TreeSet<>();
        private int resolved;
        private int assumed;

        void count(Visit visit) {
            visit.body().sites().stream().filter(seen::add).forEach(this::count);
        }

        private void count(Site site) {
            if (site instanceof Site.Call call) {
                resolved += call.assumed() ? 0 : 1;
                assumed += call.assumed() ? 1 : 0;
            } else if (site instanceof Site.UnresolvedCall call) {
                unresolved.add(call.location() + " " + call.name());
            }
        }
    }
}
