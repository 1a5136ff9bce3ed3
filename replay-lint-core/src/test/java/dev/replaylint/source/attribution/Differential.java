package dev.replaylint.source.attribution;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import dev.replaylint.bytecode.ClassFileIndex;
import dev.replaylint.bytecode.ClassPath;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.source.attribution.Meaning.Place;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our attribution against javac's, call by call. */
final class Differential {

    private final Map<Place, Meaning> ours = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private int compared;
    private final List<String> wrongOwners = new ArrayList<>();
    private final List<String> wrongOverloads = new ArrayList<>();
    private final List<String> unresolved = new ArrayList<>();
    private final List<String> wrongDurable = new ArrayList<>();
    private int durable;
    private List<String> javacErrors = List.of();

    static Differential of(Collection<Path> files, String classPath) {
        Differential result = new Differential();
        result.attribute(ParsedFiles.of(files), classPath);
        JavacOracle oracle = JavacOracle.run(files, classPath);
        result.javacErrors = oracle.errors();
        oracle.meanings().values().forEach(result::compare);
        return result;
    }

    private void attribute(ParsedFiles files, String classPath) {
        List<Path> entries = Arrays.stream(classPath.split(File.pathSeparator, -1))
                .filter(e -> !e.isEmpty())
                .map(Path::of)
                .toList();
        SourceTypes types = new SourceTypes(ClassFileIndex.of(ClassPath.open(entries)), files);
        Attribution attribution = new Attribution(types);
        files.units().forEach((file, unit) -> {
            types.add(unit);
            unit.getTypes().forEach(attribution::attribute);
            collect(file, unit, attribution);
        });
        failures.addAll(attribution.failures());
    }

    private void collect(Path file, CompilationUnit unit, Attribution attribution) {
        unit.walk(n -> place(file, n)
                .ifPresent(p -> attribution
                        .resolved(n)
                        .filter(r -> r.confidence() != Confidence.ASSUMED)
                        .ifPresent(r -> {
                            StringBuilder parameters = new StringBuilder();
                            r.method().parameters().forEach(t -> parameters.append(t.descriptor()));
                            ours.put(
                                    p,
                                    new Meaning(
                                            p, r.method().owner(), r.method().name(), parameters.toString()));
                        })));
    }

    private static Optional<Place> place(Path file, Node node) {
        if (node instanceof MethodCallExpr m) {
            return at(file, 'C', m.getName().getEnd());
        }
        if (node instanceof ObjectCreationExpr) {
            return at(file, 'N', node.getBegin());
        }
        if (node instanceof EnumConstantDeclaration c) {
            return at(file, 'E', c.getBegin());
        }
        if (node instanceof MethodReferenceExpr) {
            return at(file, 'R', node.getEnd());
        }
        return node instanceof ExplicitConstructorInvocationStmt s
                        && s.getExpression().isEmpty()
                ? at(file, 'S', node.getBegin())
                : Optional.empty();
    }

    private static Optional<Place> at(Path file, char kind, Optional<Position> position) {
        return position.map(p -> new Place(file.toAbsolutePath(), kind, p.line, p.column));
    }

    private void compare(Meaning expected) {
        compared++;
        durable += expected.isDurable() ? 1 : 0;
        Meaning actual = ours.get(expected.place());
        String both = expected + "\n     but " + actual;
        if (actual == null) {
            if (!isArrayCreation(expected)) {
                unresolved.add(expected.toString());
            }
        } else if (isAnonymous(expected)) {
            return;
        } else if (!actual.owner().equals(expected.owner()) || !actual.name().equals(expected.name())) {
            wrongOwners.add(both);
        } else if (!actual.parameters().equals(expected.parameters())) {
            wrongOverloads.add(both);
        } else {
            return;
        }
        if (expected.isDurable()) {
            wrongDurable.add(both);
        }
    }

    /** {@code Foo[]::new}: javac makes up a method for it. */
    private static boolean isArrayCreation(Meaning expected) {
        return expected.place().kind() == 'R'
                && expected.owner().equals(JavaType.OBJECT.name())
                && expected.name().equals("<init>");
    }

    /** A constructor of an anonymous class; we give the constructor of its superclass. */
    private static boolean isAnonymous(Meaning expected) {
        String last = expected.owner().substring(expected.owner().lastIndexOf('$') + 1);
        return (expected.place().kind() == 'N' || expected.place().kind() == 'E')
                && !last.isEmpty()
                && Character.isDigit(last.charAt(last.length() - 1))
                && last.chars().allMatch(Character::isDigit);
    }

    int compared() {
        return compared;
    }

    int durable() {
        return durable;
    }

    /** Share of calls on which both agree. */
    double share() {
        int wrong = wrongOwners.size() + wrongOverloads.size() + unresolved.size();
        return compared == 0 ? 0 : 1 - (double) wrong / compared;
    }

    List<String> wrongDurable() {
        return wrongDurable;
    }

    List<String> failures() {
        return failures;
    }

    List<String> javacErrors() {
        return javacErrors;
    }

    /** Everything on which the two differ. */
    List<String> differences() {
        List<String> all = new ArrayList<>();
        wrongOwners.forEach(d -> all.add("OWNER " + d));
        wrongOverloads.forEach(d -> all.add("OVERLOAD " + d));
        unresolved.forEach(d -> all.add("UNRESOLVED " + d));
        return all;
    }

    @Override
    public String toString() {
        return "%d calls (%d durable), %.3f %% agree; %d other owners, %d other overloads, %d unresolved, %d javac errors, %d failures"
                .formatted(
                        compared,
                        durable,
                        100 * share(),
                        wrongOwners.size(),
                        wrongOverloads.size(),
                        unresolved.size(),
                        javacErrors.size(),
                        failures.size());
    }
}
