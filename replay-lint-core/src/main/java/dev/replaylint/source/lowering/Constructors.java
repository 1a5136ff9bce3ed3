package dev.replaylint.source.lowering;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.replaylint.program.BodyShape;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.MethodHeader;
import dev.replaylint.source.attribution.Resolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers constructors: what was captured is kept, the superclass's constructor runs, then the initializers, then the body. */
final class Constructors {

    private final Members members;
    private final Initializers initializers;
    private final ClassScope scope;

    Constructors(Members members, Initializers initializers) {
        this.members = members;
        this.initializers = initializers;
        this.scope = members.scope();
    }

    void of(TypeDeclaration<?> type) {
        List<ConstructorDeclaration> declared = type.getConstructors();
        declared.forEach(this::lower);
        boolean isInterface = members.unit()
                .types
                .find(scope.name())
                .map(ClassHeader::isInterface)
                .orElse(false);
        if (declared.isEmpty() && !isInterface) {
            implicit(type);
        }
    }

    private void lower(ConstructorDeclaration constructor) {
        MethodHeader header = members.unit().attribution.header(constructor);
        MethodKey key = isLocal() ? LocalClasses.constructor(scope, header) : members.key(header);
        int first = isLocal() ? leading() : key.arity() - header.parameters().size();
        Lowering lowering = start(key, members.unit().at(constructor.getName()));
        members.declare(lowering, constructor.getParameters(), first);
        body(lowering, constructor.getBody(), key);
        members.finish(lowering, constructor);
    }

    private void body(Lowering lowering, BlockStmt block, MethodKey key) {
        Optional<ExplicitConstructorInvocationStmt> explicit = block.getStatements().stream()
                .filter(ExplicitConstructorInvocationStmt.class::isInstance)
                .map(ExplicitConstructorInvocationStmt.class::cast)
                .findFirst();
        keepCaptured(lowering, key);
        boolean delegates = explicit.isPresent() && explicit.get().isThis();
        if (explicit.isEmpty()) {
            superWithoutArguments(lowering);
            initializers.lowerInstance(lowering);
        }
        for (Statement statement : block.getStatements()) {
            lowering.statements.lower(statement);
            if (explicit.isPresent() && statement == explicit.get() && !delegates) {
                initializers.lowerInstance(lowering);
            }
        }
    }

    private boolean isLocal() {
        return members.unit().localClasses().containsKey(scope.name());
    }

    private int leading() {
        return scope.hasOuterInstance() ? 1 : 0;
    }

    private Lowering start(MethodKey key, Location at) {
        return members.start(key, BodyShape.Kind.CONSTRUCTOR, true, false, at);
    }

    /** Captured variables are the last parameters, the enclosing instance is the first. */
    private void keepCaptured(Lowering lowering, MethodKey key) {
        Location at = new Location("", 0, 0);
        if (scope.hasOuterInstance()) {
            write(lowering, ClassScope.OUTER_INSTANCE, 0, at);
        }
        int first = key.arity() - scope.captured().size();
        for (int i = 0; i < scope.captured().size(); i++) {
            write(lowering, ClassScope.fieldOf(scope.captured().get(i)), first + i, at);
        }
    }

    private void write(Lowering lowering, String field, int parameter, Location at) {
        lowering.builder.fieldWrite(
                new FieldKey(scope.name(), field), Optional.of(Value.This.THIS), new Value.Parameter(parameter), at);
    }

    private void superWithoutArguments(Lowering lowering) {
        Optional<String> superclass = members.unit()
                .types
                .find(scope.name())
                .flatMap(ClassHeader::superclass)
                .map(s -> s.name());
        superclass
                .filter(s -> !s.startsWith("java.lang."))
                .ifPresent(s -> lowering.builder.call(
                        new MethodKey(s, MethodKey.CONSTRUCTOR, "()V"),
                        Dispatch.SPECIAL,
                        Optional.of(Value.This.THIS),
                        List.of(),
                        false,
                        new Location("", 0, 0)));
    }

    /** The default constructor (JLS 8.8.9). */
    private void implicit(TypeDeclaration<?> type) {
        Optional<MethodHeader> header = members.unit().types.find(scope.name()).stream()
                .flatMap(t -> t.methods().stream())
                .filter(m -> m.isConstructor() && m.parameters().isEmpty())
                .findFirst();
        MethodKey declared = header.map(members::key).orElseGet(() -> new MethodKey(scope.name(), "<init>", "()V"));
        MethodKey key = isLocal() && header.isPresent() ? LocalClasses.constructor(scope, header.get()) : declared;
        Lowering lowering = start(key, members.unit().at(type.getName()));
        keepCaptured(lowering, key);
        superWithoutArguments(lowering);
        initializers.lowerInstance(lowering);
        members.finish(lowering, type);
    }

    void ofRecord(RecordDeclaration record) {
        record.getConstructors().forEach(this::lower);
        List<CompactConstructorDeclaration> compact = record.getCompactConstructors();
        MethodHeader canonical = members.unit().attribution.canonicalConstructor(record);
        boolean written = record.getConstructors().stream()
                .anyMatch(c -> members.unit().attribution.header(c).descriptor().equals(canonical.descriptor()));
        if (written) {
            return;
        }
        Node at = compact.isEmpty() ? record.getName() : compact.get(0).getName();
        Lowering lowering = start(members.key(canonical), members.unit().at(at));
        members.declare(lowering, record.getParameters(), 0);
        initializers.lowerInstance(lowering);
        compact.forEach(c -> lowering.statements.lower(c.getBody()));
        for (Parameter component : record.getParameters()) {
            String name = component.getNameAsString();
            lowering.builder.fieldWrite(
                    new FieldKey(scope.name(), name),
                    Optional.of(Value.This.THIS),
                    lowering.builder.read(name),
                    members.unit().at(component));
        }
        members.finish(lowering, record);
    }

    /** The class of an enum constant with a body hands what it is given on to the enum's constructor. */
    void ofConstant(EnumConstantDeclaration constant, MethodKey superConstructor) {
        Lowering lowering =
                start(superConstructor.in(scope.name()), members.unit().at(constant));
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < superConstructor.arity(); i++) {
            arguments.add(new Value.Parameter(i));
        }
        lowering.builder.call(
                superConstructor,
                Dispatch.SPECIAL,
                Optional.of(Value.This.THIS),
                arguments,
                false,
                members.unit().at(constant));
        initializers.lowerInstance(lowering);
        members.finish(lowering, constant);
    }

    /** Parameters: the enclosing instance, the superclass constructor's arguments, the captured variables. */
    void ofAnonymous(ObjectCreationExpr creation, Optional<Resolved> superConstructor) {
        int declared = superConstructor
                .map(s -> s.method().parameters().size())
                .orElse(creation.getArguments().size());
        int arity = leading() + declared + scope.captured().size();
        MethodKey key = LocalClasses.anonymousConstructor(scope, arity);
        Lowering lowering = start(key, members.unit().at(creation));
        keepCaptured(lowering, key);
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < declared; i++) {
            arguments.add(new Value.Parameter(leading() + i));
        }
        superConstructor
                .map(Calls::key)
                .filter(s -> !s.owner().startsWith("java.lang.") && s.arity() == arguments.size())
                .ifPresent(s -> lowering.builder.call(
                        s,
                        Dispatch.SPECIAL,
                        Optional.of(Value.This.THIS),
                        arguments,
                        false,
                        members.unit().at(creation)));
        initializers.lowerInstance(lowering);
        members.finish(lowering, creation);
    }
}
