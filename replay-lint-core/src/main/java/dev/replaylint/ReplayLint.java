package dev.replaylint;

import dev.replaylint.bytecode.ClassFileCode;
import dev.replaylint.bytecode.ClassFileIndex;
import dev.replaylint.bytecode.ClassPath;
import dev.replaylint.catalog.Catalog;
import dev.replaylint.durable.Drift;
import dev.replaylint.durable.DurableSdk;
import dev.replaylint.manifest.Comparison;
import dev.replaylint.manifest.Recorded;
import dev.replaylint.program.Problem;
import dev.replaylint.program.Program;
import dev.replaylint.report.Report;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rules.Rules;
import dev.replaylint.source.SourceCode;
import dev.replaylint.source.SourceLibrary;
import dev.replaylint.source.SymbolSolver;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
     */
    public record Analysis(Report report, Map<String, Path> paths, Optional<Comparison> comparison) {}

    /** Analyses source code. Nothing needs to be compiled. */
    public Analysis analyze(Sources sources) {
        return analyze(sources, Optional.empty());
    }

    /** Analyses source code, and compares it with what is recorded of it. */
    public Analysis analyze(Sources sources, Optional<Recorded> recorded) {
        return LargeStack.call(() -> {
            try (ClassPath classPath = ClassPath.open(sources.classPath());
                    SymbolSolver solver = new SymbolSolver(all(sources), sources.classPath())) {
                ClassFileIndex index = SdkHeaders.behind(classPath);
                PathFilter filter = new PathFilter(configuration.includes(), configuration.excludes());
                SourceLibrary library =
                        SourceLibrary.open(sources.roots(), sources.siblings(), filter::accepts, sources.encoding());
                SourceCode code = SourceCode.of(library, index, solver);
                Program program =
                        new Program(code.without(DurableSdk::owns), ClassFileCode.libraries(index), code.headers());
                Map<String, Path> paths = new TreeMap<>(library.paths());
                return judge(program, classPath, paths, recorded);
            }
        });
    }

    private static List<Path> all(Sources sources) {
        List<Path> roots = new ArrayList<>(sources.roots());
        roots.addAll(sources.siblings());
        return roots;
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
        return analyze(classes, Optional.empty());
    }

    /** Analyses class files, and compares them with what is recorded of them. */
    public Analysis analyze(Classes classes, Optional<Recorded> recorded) {
        return LargeStack.call(() -> {
            List<Path> all = new ArrayList<>(classes.directories());
            all.addAll(classes.classPath());
            try (ClassPath classPath = ClassPath.open(all)) {
                ClassFileIndex index = SdkHeaders.behind(classPath);
                ClassFileCode code = ClassFileCode.project(classes.directories(), index);
                Program program = new Program(code.without(DurableSdk::owns), ClassFileCode.libraries(index), index);
                return judge(program, classPath, Map.of(), recorded);
            }
        });
    }

    private Analysis judge(Program program, ClassPath classPath, Map<String, Path> paths, Optional<Recorded> recorded) {
        Catalog catalog = configuration.effects().isEmpty()
                ? Catalog.bundled()
                : Catalog.bundled().with(configuration.effects(), "effects");
        List<Problem> problems = classPath.problems().stream()
                .map(p -> new Problem("class path", 0, p, false))
                .toList();
        Judgement judgement = new Judgement(program, catalog, configuration);
        Optional<Comparison> comparison = judgement.comparison(recorded.orElse(Recorded.nothing("nothing")));
        List<Drift> drifts = comparison
                .filter(c -> recorded.isPresent())
                .map(Comparison::drifts)
                .orElse(List.of());
        return new Analysis(judgement.report(problems, drifts, workflows), paths, comparison);
    }
}
