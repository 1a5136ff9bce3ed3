package dev.replaylint;

import dev.replaylint.ReplayLint.Sources;
import dev.replaylint.bytecode.ClassFileCode;
import dev.replaylint.bytecode.ClassFileIndex;
import dev.replaylint.bytecode.ClassPath;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.program.CodeSource;
import dev.replaylint.program.Program;
import dev.replaylint.source.SourceCode;
import dev.replaylint.source.SourceLibrary;
import dev.replaylint.source.SymbolSolver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Sources as a program. The only class outside of it that knows the source front end: where only class files are analysed, neither
 * needs to be there.
 *
 * @param paths the files by the name that locations use
 */
record SourceProgram(Program program, Map<String, Path> paths) {

    /** What {@code ask} makes of the sources' program while its files are open; {@code project} says which of the code is judged. */
    static <T> T with(
            Sources sources, PathFilter filter, UnaryOperator<CodeSource> project, Function<SourceProgram, T> ask) {
        List<Path> all = new ArrayList<>(sources.roots());
        all.addAll(sources.siblings());
        try (ClassPath classPath = ClassPath.open(sources.classPath());
                SymbolSolver solver = new SymbolSolver(all, sources.classPath())) {
            ClassFileIndex index = SdkHeaders.behind(classPath);
            SourceLibrary library = SourceLibrary.open(
                    sources.roots(), sources.siblings(), filter::accepts, sources.encoding(), DurableSdk.WORDS);
            SourceCode code = SourceCode.of(library, index, solver);
            Program program = new Program(project.apply(code), ClassFileCode.libraries(index), code.headers());
            return ask.apply(new SourceProgram(program, new TreeMap<>(library.paths())));
        }
    }
}
