package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.MethodHeader;
import dev.replaylint.source.attribution.Overloads.Selection;
import dev.replaylint.source.types.Bounds;
import dev.replaylint.source.types.Candidate;
import dev.replaylint.source.types.FunctionShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Method references (JLS 15.13). */
final class ReferenceTyper {

    private final Typers typers;

    ReferenceTyper(Typers typers) {
        this.typers = typers;
    }

    /**
     * A method reference after a look at what stands before the {@code ::}.
     *
     * @param isOfType whether that is a type, so that the first argument may be the receiver
     */
    record Reference(MethodReferenceExpr node, JavaType site, boolean isOfType, List<Candidate> candidates) {

        boolean isCreation() {
            return node.getIdentifier().equals("new");
        }

        /** The only method there is (JLS 15.13.1: an exact method reference). */
        Optional<Candidate> exact() {
            boolean exact =
                    candidates.size() == 1 && !candidates.get(0).method().isVarargs();
            return exact ? Optional.of(candidates.get(0)) : Optional.empty();
        }

        boolean isUnbound(MethodHeader method) {
            return isOfType && !isCreation() && !method.isStatic();
        }

        /** Whether a function with so many parameters might call one of the methods. */
        boolean acceptsCount(int count) {
            return candidates.isEmpty()
                    || candidates.stream()
                            .anyMatch(c -> c.accepts(count) || (isUnbound(c.method()) && c.accepts(count - 1)));
        }

        /** Types that an exact reference requires of the function's parameters; none of others. */
        List<JavaType> parameters(int count) {
            Optional<Candidate> exact = exact();
            if (exact.isEmpty()) {
                return List.of();
            }
            List<JavaType> types = new ArrayList<>();
            boolean raw = site instanceof ClassType c && c.arguments().isEmpty();
            if (isUnbound(exact.get().method())) {
                types.add(site);
            }
            boolean open = isCreation() || (isUnbound(exact.get().method()) && raw);
            for (JavaType parameter : exact.get().parameters()) {
                boolean generic = open || !exact.get().method().typeParameters().isEmpty();
                types.add(generic && !(parameter instanceof Primitive) ? Special.UNKNOWN : parameter);
            }
            return types.size() == count ? types : List.of();
        }
    }

    /** Looks at what stands before the {@code ::}; to be called once for a reference. */
    Reference read(MethodReferenceExpr e, Scope scope) {
        Expression before = e.getScope() instanceof CastExpr c ? c.getExpression() : e.getScope();
        Qualifier qualifier = typers.nameTyper.qualifier(before, scope);
        JavaType site = Bounds.upper(qualifier.site());
        List<Candidate> candidates = e.getIdentifier().equals("new")
                ? constructors(site, scope)
                : typers.members.methods(site, e.getIdentifier());
        return new Reference(e, site, qualifier instanceof Qualifier.Named, candidates);
    }

    private List<Candidate> constructors(JavaType site, Scope scope) {
        if (!(site instanceof ClassType c)) {
            return List.of();
        }
        ClassType type =
                isDiamond(c) ? typers.index.find(c.name()).orElseThrow().type() : c;
        List<Candidate> all = typers.members.constructors(type);
        List<Candidate> accessible = new ArrayList<>();
        for (Candidate candidate : all) {
            int count = candidate.method().parameters().size();
            if (typers.overloads.fitting(all, count, scope).contains(candidate)) {
                accessible.add(candidate);
            }
        }
        return accessible;
    }

    /** JLS 15.13.1: a raw type in {@code Foo::new} has its arguments inferred. */
    private boolean isDiamond(ClassType type) {
        return type.arguments().isEmpty() && !parameters(type).isEmpty();
    }

    private List<TypeVariable> parameters(ClassType type) {
        return typers.index.find(type.name()).map(ClassHeader::typeParameters).orElse(List.of());
    }

    /** Type of a reference where a type is expected of it. */
    JavaType type(MethodReferenceExpr e, Scope scope, Target target) {
        JavaType type = e.getScope() instanceof CastExpr c ? typers.names.resolve(c.getType(), scope) : target.type();
        resolve(read(e, scope), typers.functions.of(type), scope);
        return type;
    }

    /** Chooses the method by the function's parameters, and gives the type of its result. */
    JavaType resolve(Reference reference, Optional<FunctionShape> function, Scope scope) {
        function.ifPresent(f -> typers.facts.function(reference.node(), FunctionType.of(f, f.parameters())));
        if (reference.isCreation() && reference.site() instanceof ArrayType) {
            return reference.site();
        }
        if (reference.candidates().isEmpty()) {
            assume(reference, function);
            return reference.isCreation() ? reference.site() : Special.UNKNOWN;
        }
        List<JavaType> parameters = function.map(FunctionShape::parameters).orElse(List.of());
        Choice choice = function.isPresent()
                ? choose(reference, parameters, scope)
                : new Choice(new Selection(reference.candidates().get(0), false, true), false);
        record(reference, choice);
        return result(reference, choice, parameters, function.map(FunctionShape::result));
    }

    private record Choice(Selection selection, boolean unbound) {}

    private Choice choose(Reference reference, List<JavaType> parameters, Scope scope) {
        List<Candidate> direct = reference.candidates().stream()
                .filter(c -> !reference.isUnbound(c.method()))
                .toList();
        Optional<Choice> bound =
                applicable(reference, direct, parameters, scope).map(s -> new Choice(s, false));
        if (bound.isPresent()) {
            return bound.get();
        }
        List<Candidate> unbound = reference.candidates().stream()
                .filter(c -> reference.isUnbound(c.method()))
                .toList();
        List<JavaType> rest = parameters.isEmpty() ? parameters : parameters.subList(1, parameters.size());
        return applicable(reference, unbound, rest, scope)
                .map(s -> new Choice(s, true))
                .orElseGet(() -> guess(reference, parameters.size()));
    }

    private Optional<Selection> applicable(
            Reference reference, List<Candidate> candidates, List<JavaType> parameters, Scope scope) {
        List<Argument> arguments = new ArrayList<>();
        for (JavaType parameter : parameters) {
            arguments.add(Argument.typed(reference.node(), Bounds.upper(parameter)));
        }
        List<Candidate> fitting = typers.overloads.fitting(candidates, parameters.size(), scope);
        return typers.overloads.applicable(fitting, arguments, scope);
    }

    private static Choice guess(Reference reference, int count) {
        for (Candidate candidate : reference.candidates()) {
            boolean unbound = reference.isUnbound(candidate.method());
            if (candidate.accepts(unbound ? count - 1 : count)) {
                return new Choice(new Selection(candidate, false, true), unbound);
            }
        }
        Candidate first = reference.candidates().get(0);
        return new Choice(new Selection(first, false, true), reference.isUnbound(first.method()));
    }

    private void record(Reference reference, Choice choice) {
        MethodHeader method = choice.selection().candidate().method();
        String owner = Lookup.in(reference.site(), reference.candidates()).owner(method, typers.supertypes);
        boolean unbound = reference.isUnbound(method);
        Selection selection = choice.selection();
        typers.facts.call(
                reference.node(), new Resolved(method, owner, selection.varargs(), selection.confidence(), unbound));
    }

    private JavaType result(
            Reference reference, Choice choice, List<JavaType> parameters, Optional<JavaType> expected) {
        boolean diamond = reference.isCreation() && reference.site() instanceof ClassType c && isDiamond(c);
        Optional<JavaType> created = Optional.empty();
        List<TypeVariable> variables = List.of();
        if (reference.isCreation()) {
            created = Optional.of(reference.site());
        }
        if (diamond) {
            ClassHeader header =
                    typers.index.find(((ClassType) reference.site()).name()).orElseThrow();
            created = Optional.of(header.type());
            variables = header.typeParameters();
        }
        Selection selection =
                choice.unbound() ? seenFrom(reference, choice.selection(), parameters) : choice.selection();
        Instantiation call = new Instantiation(selection, variables, created, typers.supertypes);
        int offset = choice.unbound() ? 1 : 0;
        for (int i = offset; i < parameters.size(); i++) {
            call.inference().argument(call.formal(i - offset), parameters.get(i));
        }
        expected.filter(e -> e != Primitive.VOID)
                .ifPresent(e -> call.inference().target(call.result(), e));
        JavaType type = call.inference().complete(call.result());
        return parameters.size() == offset
                ? CallTyper.special(reference.node().getIdentifier(), reference.site(), type)
                : type;
    }

    /** JLS 15.13.1: a raw type before {@code ::} is parameterized as the first parameter is. */
    private Selection seenFrom(Reference reference, Selection selection, List<JavaType> parameters) {
        boolean raw = reference.site() instanceof ClassType c && isDiamond(c);
        if (!raw || parameters.isEmpty()) {
            return selection;
        }
        MethodHeader method = selection.candidate().method();
        String name = ((ClassType) reference.site()).name();
        return typers.supertypes
                .asSuper(Bounds.upper(parameters.get(0)), name)
                .flatMap(s -> typers.members.methods(s, method.name()).stream()
                        .filter(c -> c.method() == method)
                        .findFirst())
                .map(c -> new Selection(c, selection.varargs(), selection.ambiguous()))
                .orElse(selection);
    }

    private void assume(Reference reference, Optional<FunctionShape> function) {
        if (!(reference.site() instanceof ClassType c)) {
            typers.facts.unresolved();
            return;
        }
        String name = reference.isCreation() ? "<init>" : reference.node().getIdentifier();
        int count = function.map(f -> f.parameters().size()).orElse(0);
        List<JavaType> parameters = Collections.nCopies(count, Special.UNKNOWN);
        JavaType result = reference.isCreation() ? Primitive.VOID : Special.UNKNOWN;
        String descriptor = DeclaredMembers.descriptor("", parameters, result);
        // Whether a method that is not found is static cannot be told; taking it as static invents no receiver.
        int flags = reference.isOfType() && !reference.isCreation() ? Flags.PUBLIC_STATIC : 1;
        MethodHeader method =
                new MethodHeader(c.name(), name, List.of(), parameters, result, descriptor, flags, List.of());
        typers.facts.call(reference.node(), new Resolved(method, c.name(), false, Confidence.ASSUMED, false));
    }
}
