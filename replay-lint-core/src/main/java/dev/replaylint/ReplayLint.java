package dev.replaylint;

import dev.replaylint.bytecode.ClassFileCode;
import dev.replaylint.bytecode.ClassFileIndex;
import dev.replaylint.bytecode.ClassPath;
import dev.replaylint.catalog.Catalog;
import dev.replaylint.durable.Drift;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.manifest.Comparison;
import dev.replaylint.manifest.Recorded;
import dev.replaylint.program.ClassFiles;
import dev.replaylint.program.CodeSource;
import dev.replaylint.program.Program;
import dev.replaylint.report.Report;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rules.Rules;
import dev.replaylint.suppression.Acceptance;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Analyses durable code. One instance per configuration; instances may be used repeatedly. */
public final class ReplayLint {

    private final Configuration configuration;
    private final boolean workflows;

    public ReplayLint(Configuration configuration) {
        this(configuration, false);
    }

    private ReplayLint(Configuration configuration, boolean workflows) {
        this.configuration = configuration;
        this.workflows = workflows;
        Catalog.readAhead();
    }

    /** The same, with the operations of each handler in the report. */
    public ReplayLint withWorkflows() {
        return new ReplayLint(configuration, true);
    }

    /** All rules, by name. */
    public static List<RuleInfo> rules() {
        return Rules.infos();
    }

    /** Names of all rules, as configuration and reports use them. */
    public static Set<String> ruleNames() {
        Set<String> names = new TreeSet<>();
        Rules.infos().forEach(i -> names.add(i.name()));
        return names;
    }

    /**
     * Sources to analyse.
     *
     * @param roots source roots whose code is judged
     * @param siblings source roots of other modules of the build: entered, and judged where the roots' handlers reach them
     * @param classPath jars and class directories of everything else; entries that do not exist are reported as problems
     * @param encoding of the source files
     */
    public record Sources(List<Path> roots, List<Path> siblings, List<Path> classPath, Charset encoding) {}

    /**
     * A report with the places of its files.
     *
     * @param paths files by the name that locations use; empty for class files
     * @param comparison the code against what is recorded, or against nothing; empty if not all code could be read
     * @param acceptance what the baseline made of the findings; empty if there is none
     */
    public record Analysis(
            Report report, Map<String, Path> paths, Optional<Comparison> comparison, Optional<Acceptance> acceptance) {}

    /** Analyses source code. Nothing needs to be compiled. */
    public Analysis analyze(Sources sources) {
        return analyze(sources, Committed.NOTHING);
    }

    /** Analyses source code, and holds against it what is committed about it. */
    public Analysis analyze(Sources sources, Committed committed) {
        PathFilter filter = new PathFilter(configuration.includes(), configuration.excludes());
        return LargeStack.call(() -> SourceProgram.with(
                sources, filter, this::project, source -> judge(source.program(), source.paths(), committed)));
    }

    /** The project's code without that of the SDK, which is nobody's to judge, and with the classes that are not to be judged. */
    private CodeSource project(CodeSource code) {
        return code.without(DurableSdk::owns)
                .notJudging(n -> configuration.exclusions().reason(n).isPresent());
    }

    /**
     * Class files to analyse.
     *
     * @param directories class directories or jars whose code is judged
     * @param classPath jars and class directories of everything else
     */
    public record Classes(List<Path> directories, List<Path> classPath) {}

    /** Analyses class files. */
    public Analysis analyze(Classes classes) {
        return analyze(classes, Committed.NOTHING);
    }

    /** Analyses class files, and holds against them what is committed about them. */
    public Analysis analyze(Classes classes, Committed committed) {
        return LargeStack.call(() -> {
            try (ClassPath classPath = ClassPath.open(classes.directories(), classes.classPath())) {
                Set<String> names = new TreeSet<>();
                classes.directories().forEach(d -> names.addAll(classPath.classNames(d)));
                return judge(program(names, classPath), Map.of(), committed);
            }
        });
    }

    /**
     * Analyses class files that the caller finds, and compares them with what is recorded of them.
     *
     * @param names binary names of the classes whose code is judged
     * @param files where these and all others are found; told what is wrong with them
     */
    public Report analyze(Set<String> names, ClassFiles files, Optional<Recorded> recorded) {
        return LargeStack.call(() -> {
            Judgement judgement = new Judgement(program(names, files), catalog(), configuration);
            Optional<List<Drift>> drifts =
                    recorded.flatMap(judgement::comparison).map(Comparison::drifts);
            return judgement.judge(drifts, Optional.empty(), workflows).report();
        });
    }

    private Program program(Set<String> names, ClassFiles files) {
        ClassFileIndex index = SdkHeaders.behind(files);
        ClassFileCode code = ClassFileCode.project(names, index);
        return new Program(project(code), ClassFileCode.libraries(index), index);
    }

    private Analysis judge(Program program, Map<String, Path> paths, Committed committed) {
        Judgement judgement = new Judgement(program, catalog(), configuration);
        Optional<Comparison> comparison =
                judgement.comparison(committed.manifest().orElse(Recorded.nothing("nothing")));
        Optional<List<Drift>> drifts =
                comparison.filter(c -> committed.manifest().isPresent()).map(Comparison::drifts);
        Judgement.Judged judged = judgement.judge(drifts, committed.baseline(), workflows);
        return new Analysis(judged.report(), paths, comparison, judged.acceptance());
    }

    private Catalog catalog() {
        return configuration.effects().isEmpty()
                ? Catalog.bundled()
                : Catalog.bundled().with(configuration.effects(), "effects");
    }
}
