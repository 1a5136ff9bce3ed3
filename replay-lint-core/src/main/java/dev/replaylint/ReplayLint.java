package dev.replaylint;

import dev.replaylint.bytecode.ClassFileCode;
import dev.replaylint.bytecode.ClassFileIndex;
import dev.replaylint.bytecode.ClassPath;
import dev.replaylint.catalog.Catalog;
import dev.replaylint.durable.Drift;
import dev.replaylint.durable.DurableSdk;
import dev.replaylint.manifest.Comparison;
import dev.replaylint.manifest.Recorded;
import dev.replaylint.program.ClassFiles;
import dev.replaylint.program.Program;
import dev.replaylint.report.Report;
import dev.replaylint.rules.Rules;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

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
        PathFilter filter = new PathFilter(configuration.includes(), configuration.excludes());
        return LargeStack.call(() -> SourceProgram.with(
                sources, filter, source -> judge(source.program(), source.problems(), source.paths(), recorded)));
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
                Set<String> names = new TreeSet<>();
                classes.directories().forEach(d -> names.addAll(classPath.classNames(d)));
                return judge(program(names, classPath), classPath::problems, Map.of(), recorded);
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
            List<Drift> drifts = recorded.flatMap(judgement::comparison)
                    .map(Comparison::drifts)
                    .orElse(List.of());
            return judgement.report(List::of, drifts, workflows);
        });
    }

    private static Program program(Set<String> names, ClassFiles files) {
        ClassFileIndex index = SdkHeaders.behind(files);
        ClassFileCode code = ClassFileCode.project(names, index);
        return new Program(code.without(DurableSdk::owns), ClassFileCode.libraries(index), index);
    }

    private Analysis judge(
            Program program, Supplier<List<String>> problems, Map<String, Path> paths, Optional<Recorded> recorded) {
        Judgement judgement = new Judgement(program, catalog(), configuration);
        Optional<Comparison> comparison = judgement.comparison(recorded.orElse(Recorded.nothing("nothing")));
        List<Drift> drifts = comparison
                .filter(c -> recorded.isPresent())
                .map(Comparison::drifts)
                .orElse(List.of());
        return new Analysis(judgement.report(problems, drifts, workflows), paths, comparison);
    }

    private Catalog catalog() {
        return configuration.effects().isEmpty()
                ? Catalog.bundled()
                : Catalog.bundled().with(configuration.effects(), "effects");
    }
}
