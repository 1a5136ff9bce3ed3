package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.type.Type;
import dev.replaylint.program.type.Erasure;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.JavaType.WildcardType;
import dev.replaylint.program.type.JavaType.WildcardType.Bound;
import dev.replaylint.source.types.Bounds;
import dev.replaylint.source.types.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Method calls: in which class to look (JLS 15.12.1), then the choice of the method. */
final class CallTyper {

    private final Typers typers;

    CallTyper(Typers typers) {
        this.typers = typers;
    }

    JavaType type(MethodCallExpr call, Scope scope, Target target) {
        String name = call.getNameAsString();
        Lookup lookup = call.getScope()
                .map(s -> qualified(typers.nameTyper.qualifier(s, scope), name))
                .orElseGet(() -> unqualified(name, scope));
        List<Type> typeArguments =
                call.getTypeArguments().<List<Type>>map(a -> a).orElse(List.of());
        List<Expression> arguments = call.getArguments();
        JavaType type =
                typers.invocation.type(Call.method(call, name, arguments, typeArguments, lookup), scope, target);
        return arguments.isEmpty() ? special(name, lookup.site(), type) : type;
    }

    /** Methods the types of which the language knows better than their declarations (JLS 4.3.2, 10.7). */
    static JavaType special(String name, JavaType site, JavaType declared) {
        if (name.equals("clone") && site instanceof ArrayType) {
            return site;
        }
        boolean ofObject = name.equals("getClass")
                && declared instanceof ClassType c
                && c.name().equals("java.lang.Class");
        return ofObject && site != Special.UNKNOWN
                ? new ClassType("java.lang.Class", List.of(new WildcardType(Bound.EXTENDS, Erasure.of(site))))
                : declared;
    }

    private Lookup qualified(Qualifier qualifier, String name) {
        JavaType site = Bounds.upper(qualifier.site());
        List<Candidate> candidates = site == Special.UNKNOWN ? List.of() : typers.members.methods(site, name);
        return new Lookup(candidates, site, false, qualifier instanceof Qualifier.Named);
    }

    /** Methods of this name in the innermost class that has any, else in static imports. */
    Lookup unqualified(String name, Scope from) {
        Optional<Scope> scope = Optional.of(from);
        boolean innermost = true;
        while (scope.isPresent()) {
            Optional<SourceHeader> type = scope.get().type();
            if (type.isPresent()) {
                ClassType site = type.get().type();
                List<Candidate> candidates = typers.members.methods(site, name);
                if (!candidates.isEmpty()) {
                    return new Lookup(candidates, site, !innermost, false);
                }
                innermost = false;
            }
            scope = scope.get().parent();
        }
        return imported(name, from);
    }

    private Lookup imported(String name, Scope scope) {
        FileScope file = scope.file();
        List<Candidate> single = statics(file.staticSingle(name), name);
        List<Candidate> candidates = single.isEmpty() ? statics(file.staticOnDemand(), name) : single;
        if (!candidates.isEmpty()) {
            JavaType site = new ClassType(candidates.get(0).method().owner());
            return new Lookup(candidates, site, true, false);
        }
        return new Lookup(List.of(), assumedSite(name, scope), true, false);
    }

    private List<Candidate> statics(List<String> canonicalNames, String name) {
        List<Candidate> found = new ArrayList<>();
        for (String canonicalName : canonicalNames) {
            ClassType owner = new ClassType(typers.names.imported().binaryName(canonicalName));
            for (Candidate candidate : typers.members.methods(owner, name)) {
                boolean known = found.stream().anyMatch(f -> f.method() == candidate.method());
                if (candidate.method().isStatic() && !known) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    /** Where a method that is nowhere to be found might be: in an import, or inherited from a class that is not found. */
    private JavaType assumedSite(String name, Scope scope) {
        List<String> imported = scope.file().staticSingle(name);
        if (!imported.isEmpty()) {
            return new ClassType(typers.names.imported().binaryName(imported.get(0)));
        }
        Optional<Scope> current = Optional.of(scope);
        while (current.isPresent()) {
            Optional<ClassType> type = current.get().type().map(SourceHeader::type);
            if (type.isPresent() && typers.supertypes.closure(type.get().name()).incomplete()) {
                return type.get();
            }
            current = current.get().parent();
        }
        List<String> unknown = scope.file().staticOnDemand().stream()
                .map(typers.names.imported()::binaryName)
                .filter(n -> typers.index.find(n).isEmpty())
                .toList();
        return unknown.size() == 1 ? new ClassType(unknown.get(0)) : Special.UNKNOWN;
    }
}
