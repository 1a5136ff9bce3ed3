package dev.replaylint.source.attribution;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.type.Type;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.MethodHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says of the calls and expressions in attributed code which methods they mean and which types they have. Results are kept
 * by node until they are forgotten. Not safe for use by several threads; deep code needs a deep stack.
 */
public final class Attribution {

    private final SourceTypes types;
    private final Typers typers;
    private final List<String> failures = new ArrayList<>();

    /** Over the headers of an analysis. */
    public Attribution(SourceTypes types) {
        this.types = types;
        this.typers = new Typers(types);
    }

    /**
     * Attributes a member and everything nested in it. A class is attributed member by member; a member that cannot be
     * attributed at all is listed in {@link #failures()} and its calls stay unresolved.
     */
    public void attribute(BodyDeclaration<?> member) {
        if (!(member instanceof TypeDeclaration<?> type)) {
            guarded(member);
            return;
        }
        if (type instanceof EnumDeclaration e) {
            e.getEntries().forEach(this::guarded);
        }
        type.getMembers().forEach(this::attribute);
    }

    /** Whether a top-level class is the one of its name; of two the first that is read is. */
    public boolean isKnown(TypeDeclaration<?> topLevel) {
        topLevel.findCompilationUnit().ifPresent(types::add);
        return types.header(topLevel).isPresent();
    }

    /** Attributes an enum constant: its arguments and its class body. */
    public void attributeEnumEntry(EnumConstantDeclaration constant) {
        guarded(constant);
    }

    private void guarded(BodyDeclaration<?> member) {
        try {
            header(member).ifPresent(h -> typers.memberTyper.member(member, h));
        } catch (StackOverflowError | RuntimeException e) {
            failures.add("`" + describe(member) + "` cannot be attributed: "
                    + e.getClass().getSimpleName());
        }
    }

    private Optional<SourceHeader> header(BodyDeclaration<?> member) {
        member.findCompilationUnit().ifPresent(types::add);
        return member.getParentNode().flatMap(types::header);
    }

    private String describe(BodyDeclaration<?> member) {
        String owner = member.getParentNode().map(this::className).orElse("");
        String name = "{}";
        if (member instanceof CallableDeclaration<?> c) {
            name = c.getNameAsString();
        } else if (member instanceof FieldDeclaration f) {
            name = f.getVariable(0).getNameAsString();
        } else if (member instanceof EnumConstantDeclaration c) {
            name = c.getNameAsString();
        }
        return owner + "." + name;
    }

    /** The method that a method call, creation, constructor call, method reference or enum constant means. */
    public Optional<Resolved> resolved(Node callLike) {
        return typers.facts.call(callLike);
    }

    /**
     * The type of an attributed expression: {@link Special#UNKNOWN} if it is not known, {@link Special#NULL} for
     * {@code null}, the functional interface for a lambda or method reference, the type itself for a type name.
     */
    public JavaType type(Expression e) {
        return typers.facts.type(e);
    }

    /** The field that a name or field access denotes; empty for {@code array.length}. */
    public Optional<FieldRef> field(Expression e) {
        return typers.facts.field(e);
    }

    /** Whether an expression is a type name. */
    public boolean denotesType(Expression e) {
        return typers.facts.typeName(e).isPresent();
    }

    /** Binary name of the class that an expression names. */
    public Optional<String> typeName(Expression e) {
        return typers.facts.typeName(e);
    }

    /** The function that a lambda or method reference implements; empty if that is not known. */
    public Optional<FunctionType> function(Expression lambdaOrReference) {
        return typers.facts.function(lambdaOrReference);
    }

    /** What a type in source means, as seen from a node at or around it. */
    public JavaType declaredType(Type type, Node at) {
        return scopeAt(at).map(s -> typers.names.resolve(type, s)).orElse(Special.UNKNOWN);
    }

    private Optional<Scope> scopeAt(Node at) {
        Optional<Node> node = Optional.of(at);
        while (node.isPresent()) {
            Node current = node.get();
            Optional<Scope> scope =
                    typers.facts.scope(current).or(() -> types.header(current).map(SourceHeader::bodyScope));
            if (scope.isPresent()) {
                return scope;
            }
            if (current instanceof CompilationUnit unit) {
                return Optional.of(types.scope(unit));
            }
            node = current.getParentNode();
        }
        return Optional.empty();
    }

    /** Binary name of a class declaration, or of a creation or enum constant with a body. */
    public String className(Node declaration) {
        return types.classNames().of(declaration).orElse("");
    }

    /** The header of a method or constructor declaration. */
    public MethodHeader header(CallableDeclaration<?> declaration) {
        declaration.findCompilationUnit().ifPresent(types::add);
        return declaration
                .getParentNode()
                .flatMap(types::header)
                .flatMap(h -> h.members().of(declaration))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no header of " + declaration.getNameAsString() + " before the code around it is attributed"));
    }

    /** The canonical constructor of a record, whether it is written down or not (JLS 8.10.4). */
    public MethodHeader canonicalConstructor(RecordDeclaration declaration) {
        declaration.findCompilationUnit().ifPresent(types::add);
        SourceHeader header = types.header(declaration)
                .orElseThrow(() -> new IllegalArgumentException("unknown record " + declaration.getNameAsString()));
        List<JavaType> components = types.reader().parameters(declaration.getParameters(), header.bodyScope());
        String wanted = DeclaredMembers.descriptor("", components, Primitive.VOID);
        return header.methods().stream()
                .filter(m -> m.isConstructor() && m.descriptor().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no canonical constructor in " + header.name()));
    }

    /** Drops what is known of all nodes; headers stay. */
    public void forget() {
        typers.facts.forget();
    }

    /** How many calls have been attributed so far, by how well. */
    public Counts counts() {
        return typers.facts.counts();
    }

    /** What could not be attributed at all, and why. */
    public List<String> failures() {
        return List.copyOf(failures);
    }
}
