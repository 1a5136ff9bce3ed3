package dev.replaylint.source.attribution;

import com.github.javaparser.ast.Modifier.Keyword;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.MethodHeader;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header of a class declared in a source file, read when it is first asked for. */
final class SourceHeader implements ClassHeader {

    /**
     * Where a class is declared.
     *
     * @param outer binary name of the class it is a member of
     * @param annotations simple names
     */
    record Identity(
            String name,
            String simpleName,
            Optional<String> outer,
            ClassKind kind,
            int flags,
            List<String> annotations) {}

    private final Identity identity;
    private final Node node;
    private final List<BodyDeclaration<?>> body;
    private final List<String> memberClasses;
    private final HeaderReader reader;
    private final Scope headerScope;
    private final Scope bodyScope;
    private final Map<String, Optional<JavaType>> memberTypes = new HashMap<>();
    private @Nullable Signature signature;
    private @Nullable DeclaredMembers members;
    private boolean reading;

    /** A class with a name of its own. */
    SourceHeader(Identity identity, TypeDeclaration<?> declaration, Scope enclosing, HeaderReader reader) {
        this(identity, declaration, declaration.getMembers(), enclosing, reader);
    }

    /** An anonymous class, the supertypes of which its creation tells. */
    SourceHeader(Identity identity, Anonymous creation, Scope enclosing, HeaderReader reader) {
        this(identity, creation.node(), creation.body(), enclosing, reader);
        this.signature = creation.signature();
    }

    /** The class body of a creation or an enum constant. */
    record Anonymous(Node node, List<BodyDeclaration<?>> body, Signature signature) {}

    private SourceHeader(
            Identity identity, Node node, List<BodyDeclaration<?>> body, Scope enclosing, HeaderReader reader) {
        this.identity = identity;
        this.node = node;
        this.body = body;
        this.memberClasses = reader.memberClasses(identity.name(), node, body);
        this.reader = reader;
        this.headerScope = enclosing.inner();
        this.bodyScope = headerScope.body(this);
    }

    /** The type declaration, creation expression or enum constant. */
    Node node() {
        return node;
    }

    List<BodyDeclaration<?>> body() {
        return body;
    }

    Scope headerScope() {
        return headerScope;
    }

    /** The scope in which members are declared and attributed. */
    Scope bodyScope() {
        return bodyScope;
    }

    /** What simple names have been found to mean as member types of this class. */
    Map<String, Optional<JavaType>> memberTypes() {
        return memberTypes;
    }

    /** Reads the signature, unless that is just being done. */
    boolean isRead() {
        return signature() != Signature.NONE;
    }

    private Signature signature() {
        Signature known = signature;
        if (known != null) {
            return known;
        }
        if (reading || !(node instanceof TypeDeclaration<?> declaration)) {
            return Signature.NONE;
        }
        reading = true;
        try {
            Signature read = reader.signature(declaration, identity.name(), headerScope);
            signature = read;
            return read;
        } finally {
            reading = false;
        }
    }

    /** The members with the declarations they come from. */
    DeclaredMembers members() {
        DeclaredMembers known = members;
        if (known == null) {
            isRead();
            known = reader.members(this);
            members = known;
        }
        return known;
    }

    /** Whether an instance has an enclosing instance (JLS 8.1.3). */
    boolean isInner() {
        boolean canBe = identity.kind() == ClassKind.CLASS && !Modifier.isStatic(identity.flags());
        return canBe && (identity.outer().isPresent() || !headerScope.isStatic());
    }

    @Override
    public String name() {
        return identity.name();
    }

    @Override
    public String simpleName() {
        return identity.simpleName();
    }

    @Override
    public Optional<String> outer() {
        return identity.outer();
    }

    @Override
    public ClassKind kind() {
        return identity.kind();
    }

    @Override
    public int flags() {
        return identity.flags();
    }

    @Override
    public List<String> annotations() {
        return identity.annotations();
    }

    @Override
    public List<TypeVariable> typeParameters() {
        return signature().typeParameters();
    }

    @Override
    public Optional<ClassType> superclass() {
        return signature().superclass();
    }

    @Override
    public List<ClassType> interfaces() {
        return signature().interfaces();
    }

    @Override
    public List<FieldHeader> fields() {
        return members().fields();
    }

    @Override
    public List<MethodHeader> methods() {
        return members().methods();
    }

    @Override
    public List<String> memberClasses() {
        return memberClasses;
    }

    @Override
    public boolean isSealed() {
        return node instanceof TypeDeclaration<?> declaration && declaration.hasModifier(Keyword.SEALED);
    }

    @Override
    public String toString() {
        return identity.name();
    }
}
