package dev.replaylint.source.attribution;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import dev.replaylint.bytecode.ClassFileIndex;
import dev.replaylint.bytecode.ClassPath;
import dev.replaylint.program.type.JavaType;
import java.util.List;

/** Attributed source texts, with expressions found by how they are written. */
final class Attributed {

    private final ParsedFiles files;
    private final SourceTypes types;
    private final Attribution attribution;

    /** Over the Java platform only. */
    Attributed(String... texts) {
        files = ParsedFiles.ofText(texts);
        types = new SourceTypes(ClassFileIndex.of(ClassPath.open(List.of())), files);
        attribution = new Attribution(types);
        for (CompilationUnit unit : files.units().values()) {
            types.add(unit);
            unit.getTypes().forEach(attribution::attribute);
        }
    }

    Attribution attribution() {
        return attribution;
    }

    SourceTypes types() {
        return types;
    }

    /** The first expression that is printed like this. */
    Expression expression(String printed) {
        return first(Expression.class, printed);
    }

    <N extends Node> N first(Class<N> kind, String printed) {
        for (CompilationUnit unit : files.units().values()) {
            var found = unit.findFirst(kind, n -> n.toString().equals(printed));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("no " + printed);
    }

    MethodDeclaration method(String name) {
        for (CompilationUnit unit : files.units().values()) {
            var found = unit.findFirst(
                    MethodDeclaration.class, m -> m.getNameAsString().equals(name));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("no method " + name);
    }

    Resolved resolved(String printed) {
        return attribution
                .resolved(expression(printed))
                .orElseThrow(() -> new AssertionError("unresolved: " + printed));
    }

    /** Owner, name and descriptor of a call, as a class file has them. */
    String key(String printed) {
        Resolved resolved = resolved(printed);
        return resolved.owner() + "." + resolved.method().name()
                + resolved.method().descriptor();
    }

    JavaType type(String printed) {
        return attribution.type(expression(printed));
    }
}
