package dev.replaylint.source.attribution;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.source.attribution.SourceHeader.Anonymous;
import dev.replaylint.source.types.Bounds;
import dev.replaylint.source.types.Candidate;
import dev.replaylint.source.types.Inference;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/** Creations of objects, anonymous classes, and calls of other constructors (JLS 15.9, 8.8.7.1). */
final class CreationTyper {

    private final Typers typers;

    CreationTyper(Typers typers) {
        this.typers = typers;
    }

    JavaType type(ObjectCreationExpr e, Scope scope, Target target) {
        JavaType named = named(e, scope);
        JavaType created = created(e, named, scope, target);
        // Members that an anonymous class adds can be called on its creation, or on a variable declared with var.
        return e.getAnonymousClassBody()
                .map(b -> anonymous(e, b, created, scope))
                .orElse(created);
    }

    /** The class before {@code (}; in {@code outer.new Inner()} a member of the outer object's class. */
    private JavaType named(ObjectCreationExpr e, Scope scope) {
        if (e.getScope().isEmpty()) {
            return typers.names.resolve(e.getType(), scope);
        }
        JavaType outer = Bounds.upper(typers.expressions.type(e.getScope().get(), scope, Target.NONE));
        Optional<String> member = outer instanceof ClassType c
                ? typers.names.memberClasses().find(c.name(), e.getType().getNameAsString())
                : Optional.empty();
        List<JavaType> arguments = e.getType()
                .getTypeArguments()
                .map(a -> a.stream().map(t -> typers.names.resolve(t, scope)).toList())
                .orElse(List.of());
        return member.<JavaType>map(m -> new ClassType(m, arguments)).orElse(Special.UNKNOWN);
    }

    private JavaType created(ObjectCreationExpr e, JavaType named, Scope scope, Target target) {
        if (!(named instanceof ClassType type)) {
            Lookup nothing = Lookup.in(Special.UNKNOWN, List.of());
            return typers.invocation.type(Call.creation(e, e.getArguments(), nothing, named), scope, target);
        }
        Optional<ClassHeader> header = typers.index.find(type.name());
        boolean diamond = PolyTypes.isDiamond(e)
                && header.filter(h -> !h.typeParameters().isEmpty()).isPresent();
        if (header.filter(ClassHeader::isInterface).isPresent()) {
            // An anonymous class of an interface calls the constructor of Object.
            Lookup object = Lookup.in(JavaType.OBJECT, typers.members.constructors(JavaType.OBJECT));
            typers.invocation.type(Call.creation(e, e.getArguments(), object, type), scope, Target.NONE);
            return diamond ? inferred(header.get(), target) : type;
        }
        ClassType looked = diamond ? header.orElseThrow().type() : type;
        boolean plain = e.getAnonymousClassBody().isEmpty();
        List<Candidate> constructors = typers.members.constructors(looked);
        Lookup lookup = Lookup.in(looked, plain ? creatable(constructors, scope) : constructors);
        Call call = Call.creation(e, e.getArguments(), lookup, looked);
        return diamond
                ? typers.invocation.type(call.inferring(header.orElseThrow().typeParameters()), scope, target)
                : typers.invocation.type(call, scope, target);
    }

    /** JLS 6.6.2.2: outside of its package a protected constructor is for subclasses only. */
    private static List<Candidate> creatable(List<Candidate> constructors, Scope scope) {
        List<Candidate> creatable = constructors.stream()
                .filter(c -> !Modifier.isProtected(c.method().flags())
                        || Overloads.isSamePackage(c.method().owner(), scope))
                .toList();
        return creatable.isEmpty() ? constructors : creatable;
    }

    private JavaType inferred(ClassHeader header, Target target) {
        Inference inference = new Inference(header.typeParameters(), typers.supertypes);
        inference.target(header.type(), target.type());
        return inference.complete(header.type());
    }

    private JavaType anonymous(Node node, List<BodyDeclaration<?>> body, JavaType supertype, Scope scope) {
        ClassType known = supertype instanceof ClassType c ? c : JavaType.OBJECT;
        boolean isInterface =
                typers.index.find(known.name()).map(ClassHeader::isInterface).orElse(false);
        Signature signature = new Signature(
                List.of(),
                Optional.of(isInterface ? JavaType.OBJECT : known),
                isInterface ? List.of(known) : List.of());
        SourceHeader header = typers.index.declareAnonymous(new Anonymous(node, List.copyOf(body), signature), scope);
        typers.members.forget(header.name());
        typers.memberTyper.all(header);
        return header.type();
    }

    /** An enum constant calls a constructor of its enum, and may have a class body. */
    void enumConstant(EnumConstantDeclaration constant, Scope scope) {
        ClassType type = scope.enclosingClass().map(SourceHeader::type).orElse(JavaType.OBJECT);
        Lookup lookup = Lookup.in(type, typers.members.constructors(type));
        typers.invocation.type(Call.creation(constant, constant.getArguments(), lookup, type), scope, Target.NONE);
        if (!constant.getClassBody().isEmpty()) {
            anonymous(constant, constant.getClassBody(), type, scope);
        }
    }

    /** {@code this(..)} and {@code super(..)}. */
    void constructorCall(ExplicitConstructorInvocationStmt s, Scope scope) {
        s.getExpression().ifPresent(e -> typers.expressions.type(e, scope, Target.NONE));
        Optional<SourceHeader> enclosing = scope.enclosingClass();
        Optional<ClassType> type =
                s.isThis() ? enclosing.map(SourceHeader::type) : enclosing.flatMap(SourceHeader::superclass);
        JavaType site = type.<JavaType>map(t -> t).orElse(Special.UNKNOWN);
        Lookup lookup = Lookup.in(site, type.map(typers.members::constructors).orElse(List.of()));
        typers.invocation.type(Call.creation(s, s.getArguments(), lookup, site), scope, Target.NONE);
    }
}
