package dev.replaylint.source;

import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.resolution.TypeSolver;
import com.github.javaparser.resolution.declarations.ResolvedMethodDeclaration;
import com.github.javaparser.resolution.declarations.ResolvedReferenceTypeDeclaration;
import com.github.javaparser.symbolsolver.JavaSymbolSolver;
import com.github.javaparser.symbolsolver.javaparsermodel.JavaParserFacade;
import com.github.javaparser.symbolsolver.resolution.typesolvers.CombinedTypeSolver;
import com.github.javaparser.symbolsolver.resolution.typesolvers.JarTypeSolver;
import com.github.javaparser.symbolsolver.resolution.typesolvers.JavaParserTypeSolver;
import com.github.javaparser.symbolsolver.resolution.typesolvers.ReflectionTypeSolver;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.MethodHeader;
import dev.replaylint.source.attribution.Confidence;
import dev.replaylint.source.attribution.Resolved;
import dev.replaylint.source.lowering.LastResort;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * JavaParser's symbol solver, for the few calls that our own attribution does not know. It throws exceptions and errors of many
 * kinds, may take very long, and keeps what it read in a static cache; so everything is caught, time is limited, and the cache is
 * emptied.
 */
public final class SymbolSolver implements LastResort, AutoCloseable {

    private static final Duration BUDGET = Duration.ofSeconds(5);

    private final List<Path> roots;
    private final List<Path> classPath;
    private Optional<TypeSolver> solver = Optional.empty();
    private final TimeLimit limit = new TimeLimit();
    private Duration spent = Duration.ZERO;

    /** Nothing is read before the first call is asked for. */
    public SymbolSolver(List<Path> roots, List<Path> classPath) {
        this.roots = List.copyOf(roots);
        this.classPath = List.copyOf(classPath);
    }

    @Override
    public Optional<Resolved> target(MethodCallExpr call) {
        if (spent.compareTo(BUDGET) >= 0) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        try {
            return Optional.of(limit.call(() -> solve(call), BUDGET.minus(spent)));
        } catch (TimeLimit.Exceeded e) {
            spent = BUDGET;
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            // Whatever it is: the call stays unknown, and is counted as such.
            return Optional.empty();
        } finally {
            spent = spent.plusNanos(System.nanoTime() - start);
        }
    }

    private Resolved solve(MethodCallExpr call) {
        TypeSolver types = solver.orElseGet(this::open);
        // The solver asks nodes for their declarations' types, and nodes ask what their tree says is the resolver.
        call.findCompilationUnit().ifPresent(new JavaSymbolSolver(types)::inject);
        ResolvedMethodDeclaration method =
                JavaParserFacade.get(types).solve(call).getCorrespondingDeclaration();
        return resolved(method, call.getArguments().size());
    }

    private TypeSolver open() {
        CombinedTypeSolver combined = new CombinedTypeSolver(new ReflectionTypeSolver(ReflectionTypeSolver.JCL_ONLY));
        ParserConfiguration configuration = new ParserConfiguration().setLanguageLevel(LanguageLevel.BLEEDING_EDGE);
        configuration.setSymbolResolver(new JavaSymbolSolver(combined));
        roots.stream()
                .filter(Files::isDirectory)
                .forEach(r -> combined.add(new JavaParserTypeSolver(r, configuration)));
        classPath.stream().filter(Files::isRegularFile).forEach(j -> add(j, combined));
        solver = Optional.of(combined);
        return combined;
    }

    private static void add(Path jar, CombinedTypeSolver combined) {
        try {
            combined.add(new JarTypeSolver(jar));
        } catch (IOException | RuntimeException e) {
            // The class path has reported a jar that cannot be read; here it only has no answers.
            return;
        }
    }

    private static Resolved resolved(ResolvedMethodDeclaration method, int arguments) {
        String owner = binaryName(method.declaringType());
        int parameters = method.getNumberOfParams();
        MethodHeader header = new MethodHeader(
                owner,
                method.getName(),
                List.of(),
                Collections.nCopies(parameters, JavaType.Special.UNKNOWN),
                JavaType.Special.UNKNOWN,
                descriptor(method),
                method.isStatic() ? Modifier.STATIC : 0,
                List.of());
        boolean varargs = method.hasVariadicParameter() && arguments != parameters;
        return new Resolved(header, owner, varargs, Confidence.ASSUMED, false);
    }

    /** The solver describes variable parameters of sources by their element type. */
    private static String descriptor(ResolvedMethodDeclaration method) {
        String written = method.toDescriptor();
        List<String> parameters = new ArrayList<>(Descriptors.parameters(written));
        int last = parameters.size() - 1;
        if (method.hasVariadicParameter() && !parameters.get(last).startsWith("[")) {
            parameters.set(last, "[" + parameters.get(last));
        }
        return "(" + String.join("", parameters) + ")" + Descriptors.result(written);
    }

    private static String binaryName(ResolvedReferenceTypeDeclaration type) {
        String packageName = type.getPackageName();
        String className = type.getClassName().replace('.', '$');
        return packageName.isEmpty() ? className : packageName + "." + className;
    }

    @Override
    public void close() {
        JavaParserFacade.clearInstances();
    }
}
