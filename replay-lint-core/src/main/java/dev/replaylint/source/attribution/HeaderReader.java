package dev.replaylint.source.attribution;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.type.Type;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.MethodHeader;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the members of classes from their declarations. */
final class HeaderReader {

    private final TypeNames names;
    private final SignatureReader signatures;

    HeaderReader(TypeNames names) {
        this.names = names;
        this.signatures = new SignatureReader(names);
    }

    Signature signature(TypeDeclaration<?> declaration, String name, Scope scope) {
        return signatures.read(declaration, name, scope);
    }

    /** Binary names of the member classes, that of a generated builder included. */
    List<String> memberClasses(String owner, Node node, List<BodyDeclaration<?>> body) {
        List<String> classes = new ArrayList<>();
        for (BodyDeclaration<?> member : body) {
            if (member instanceof TypeDeclaration<?> t) {
                classes.add(owner + "$" + t.getNameAsString());
            }
        }
        if (node instanceof TypeDeclaration<?> t) {
            LombokBuilder.of(t)
                    .map(b -> owner + "$" + b.className())
                    .filter(b -> !classes.contains(b))
                    .ifPresent(classes::add);
        }
        return List.copyOf(classes);
    }

    DeclaredMembers members(SourceHeader header) {
        DeclaredMembers members = new DeclaredMembers(header.name());
        Map<String, Object> constants = new HashMap<>();
        for (BodyDeclaration<?> member : header.body()) {
            if (member instanceof FieldDeclaration f) {
                fields(f, header, members, constants);
            } else if (member instanceof MethodDeclaration m) {
                method(m, header, members);
            } else if (member instanceof ConstructorDeclaration c) {
                constructor(c, header, members);
            } else if (member instanceof AnnotationMemberDeclaration a) {
                JavaType type = names.resolve(a.getType(), header.bodyScope());
                int flags = Modifier.PUBLIC | Modifier.ABSTRACT;
                members.addImplicit(a.getNameAsString(), List.of(), type, flags);
            }
        }
        implicit(header, members);
        return members;
    }

    private void implicit(SourceHeader header, DeclaredMembers members) {
        if (header.node() instanceof EnumDeclaration e) {
            ImplicitMembers.ofEnum(e, members);
        }
        if (header.node() instanceof RecordDeclaration r) {
            ImplicitMembers.ofRecord(r, parameters(r.getParameters(), header.bodyScope()), members);
        }
        if (header.node() instanceof TypeDeclaration<?> t) {
            LombokMembers.add(t, header, members, this);
        }
        if (header.kind() == ClassKind.CLASS || header.kind() == ClassKind.ENUM) {
            ImplicitMembers.defaultConstructor(header, prefix(header), members);
        }
    }

    private void fields(
            FieldDeclaration field, SourceHeader header, DeclaredMembers members, Map<String, Object> constants) {
        int flags = Flags.of(field.getModifiers()) | (header.isInterface() ? Flags.CONSTANT : 0);
        if (header.annotations().contains(LombokMembers.UTILITY_CLASS)) {
            flags |= Modifier.STATIC;
        }
        int declared = flags;
        for (VariableDeclarator variable : field.getVariables()) {
            JavaType type = names.resolve(variable.getType(), header.bodyScope());
            Optional<Object> constant = Modifier.isFinal(declared)
                    ? variable.getInitializer().flatMap(i -> ConstantFolding.value(i, type, constants))
                    : Optional.empty();
            constant.ifPresent(c -> constants.put(variable.getNameAsString(), c));
            members.add(new FieldHeader(
                    header.name(), variable.getNameAsString(), type, declared, constant, Flags.annotations(field)));
        }
    }

    private void method(MethodDeclaration method, SourceHeader header, DeclaredMembers members) {
        Scope scope = header.bodyScope().inner();
        List<TypeVariable> variables = names.declare(method.getTypeParameters(), scope);
        List<JavaType> parameters = parameters(method.getParameters(), scope);
        JavaType result = names.resolve(method.getType(), scope);
        int flags = Flags.of(method, header.isInterface());
        if (header.annotations().contains(LombokMembers.UTILITY_CLASS)) {
            flags |= Modifier.STATIC;
        }
        String descriptor = DeclaredMembers.descriptor("", parameters, result);
        members.add(
                method,
                new MethodHeader(
                        header.name(),
                        method.getNameAsString(),
                        variables,
                        parameters,
                        result,
                        descriptor,
                        flags,
                        Flags.annotations(method)));
    }

    private void constructor(ConstructorDeclaration constructor, SourceHeader header, DeclaredMembers members) {
        Scope scope = header.bodyScope().inner();
        List<TypeVariable> variables = names.declare(constructor.getTypeParameters(), scope);
        List<JavaType> parameters = parameters(constructor.getParameters(), scope);
        int flags = Flags.of(constructor.getModifiers()) | Flags.varargs(constructor.getParameters());
        String descriptor = DeclaredMembers.descriptor(prefix(header), parameters, Primitive.VOID);
        members.add(
                constructor,
                new MethodHeader(
                        header.name(),
                        "<init>",
                        variables,
                        parameters,
                        Primitive.VOID,
                        descriptor,
                        flags,
                        Flags.annotations(constructor),
                        Flags.annotations(constructor.getParameters())));
    }

    JavaType resolve(Type type, Scope scope) {
        return names.resolve(type, scope);
    }

    /** Declared types of parameters, a variable arity parameter as an array. */
    List<JavaType> parameters(NodeList<Parameter> parameters, Scope scope) {
        List<JavaType> types = new ArrayList<>(parameters.size());
        for (Parameter parameter : parameters) {
            JavaType type = names.resolve(parameter.getType(), scope);
            types.add(parameter.isVarArgs() ? new ArrayType(type) : type);
        }
        return types;
    }

    /** Parameters that the compiler adds to constructors: enum name and ordinal, or the enclosing instance (JLS 8.8.9). */
    static String prefix(SourceHeader header) {
        if (header.kind() == ClassKind.ENUM) {
            return "Ljava/lang/String;I";
        }
        if (!header.isInner()) {
            return "";
        }
        Optional<String> enclosing =
                header.outer().or(() -> header.headerScope().enclosingClass().map(SourceHeader::name));
        return enclosing.map(n -> "L" + n.replace('.', '/') + ";").orElse("");
    }
}
