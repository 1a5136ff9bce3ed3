package dev.replaylint;

import dev.replaylint.catalog.Catalog;
import dev.replaylint.durable.Drift;
import dev.replaylint.durable.ReplayModel;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.manifest.Comparison;
import dev.replaylint.manifest.Comparison.Scope;
import dev.replaylint.manifest.Recorded;
import dev.replaylint.program.CodeSource.Extent;
import dev.replaylint.program.Location;
import dev.replaylint.program.Problem;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.report.Coverage;
import dev.replaylint.report.Report;
import dev.replaylint.report.workflow.Workflow;
import dev.replaylint.report.workflow.Workflows;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleInfo.Group;
import dev.replaylint.rule.Suppression;
import dev.replaylint.rules.Rules;
import dev.replaylint.suppression.Acceptance;
import dev.replaylint.suppression.Baseline;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Runs the rules over one program and puts the report together. */
final class Judgement {

    private final Program program;
    private final Configuration configuration;
    private final Defects defects;
    private final ReplayModel model;
    private final List<Problem> unmodelled;
    private final RuleRun run;

    Judgement(Program program, Catalog catalog, Configuration configuration) {
        this(program, catalog, configuration, Rules.all());
    }

    /** With other rules than ours. */
    Judgement(Program program, Catalog catalog, Configuration configuration, List<Rule> rules) {
        this.program = program;
        this.configuration = configuration;
        this.defects = new Defects(catalog);
        this.model = defects.model(program);
        this.unmodelled = defects.problems();
        this.run = new RuleRun(model, defects, configuration, rules);
    }

    /** The code against what is recorded. A part of the code would look like a change, so there is none if any code was lost. */
    Optional<Comparison> comparison(Recorded recorded) {
        Scope scope = new Scope(configuration.manifest().handlers(), program.project()::isJudged);
        Optional<Comparison> comparison =
                defects.attempt("the comparison with the manifest", model, m -> Comparison.of(m, recorded, scope));
        return lost().isEmpty() ? comparison : Optional.empty();
    }

    /** Code that could not be read, or of which there is no model. */
    private List<Problem> lost() {
        return Stream.concat(read(), unmodelled.stream()).filter(Problem::lost).toList();
    }

    /** What was wrong so far with what was read, each once: code of the project may be on the class path of its libraries, too. */
    private Stream<Problem> read() {
        return Stream.concat(program.project().problems().stream(), program.libraries().problems().stream())
                .distinct();
    }

    /**
     * What comes of the rules.
     *
     * @param acceptance what the baseline made of the findings; empty if there is none
     */
    record Judged(Report report, Optional<Acceptance> acceptance) {}

    /**
     * Judges the code.
     *
     * @param drifts how the code differs from what is recorded; empty if it was not compared
     */
    Judged judge(Optional<List<Drift>> drifts, Optional<Baseline> baseline, boolean workflows) {
        List<Finding> found = run.findings(i -> i.group() != Group.SUPPRESSION, drifts.orElse(List.of()), List.of());
        Decisions decisions = new Decisions(program, configuration, decided(drifts.isPresent()));
        List<Suppression> suppressions = decisions.suppress(found, files(found));
        decisions.add(run.findings(i -> i.group() == Group.SUPPRESSION, List.of(), suppressions));
        decisions.exclude();
        Optional<Acceptance> acceptance = baseline.map(decisions::accept);
        List<Workflow> described = workflows
                ? defects.attempt("the picture of the workflow", model, Workflows::of)
                        .orElse(List.of())
                : List.of();
        Calls calls = new Calls(model);
        List<Problem> problems = Stream.of(read(), defects.problems().stream(), calls.unknown())
                .flatMap(s -> s)
                .toList();
        Report report = new Report(
                decisions.open(), coverage(calls), problems, Rules.infos(), described, decisions.suppressed());
        return new Judged(report, acceptance);
    }

    /** Files that handlers reach: of suppressions in others nothing is known. */
    private Set<String> files(List<Finding> findings) {
        Set<String> files = new TreeSet<>();
        findings.forEach(f -> files.add(f.location().file()));
        for (Region region : Region.values()) {
            model.visits(region).stream()
                    .map(Visit::body)
                    .filter(b -> program.isProject(b.key().owner()))
                    .forEach(b -> files.add(b.shape().location().file()));
        }
        return files;
    }

    /** Rules that found all there is to find. Code that was lost may have led to code that could be read. */
    private Set<String> decided(boolean compared) {
        return lost().isEmpty()
                ? Decisions.names(i -> run.finished(i)
                        && !configuration.isOff(i)
                        && (compared || !i.group().isOfTheManifest()))
                : Set.of();
    }

    private Coverage coverage(Calls calls) {
        Extent extent = program.project().extent();
        Set<Location> operations = new HashSet<>();
        model.operations().stream().map(Operation::call).map(Site::location).forEach(operations::add);
        return new Coverage(
                model.entryPoints().size(),
                operations.size(),
                extent.files(),
                extent.filesRead(),
                model.enteredLibraryMethods().size(),
                calls.resolved(),
                calls.assumed(),
                calls.unresolved().size(),
                calls.unresolved());
    }
}
