package dev.replaylint.source.attribution;

import com.github.javaparser.ast.Node;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.MethodHeader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fields and methods of one class while they are read from its declaration, and afterwards. */
final class DeclaredMembers {

    private final String owner;
    private final List<FieldHeader> fields = new ArrayList<>();
    private final List<MethodHeader> methods = new ArrayList<>();
    // Trees compare by structure; only identity tells two equal declarations apart.
    private final Map<Node, MethodHeader> byDeclaration = new IdentityHashMap<>();

    DeclaredMembers(String owner) {
        this.owner = owner;
    }

    String owner() {
        return owner;
    }

    List<FieldHeader> fields() {
        return fields;
    }

    List<MethodHeader> methods() {
        return methods;
    }

    Optional<MethodHeader> of(Node declaration) {
        return Optional.ofNullable(byDeclaration.get(declaration));
    }

    Optional<FieldHeader> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    void add(FieldHeader field) {
        fields.add(field);
    }

    /** Adds a field that is not written down. */
    void addField(String name, JavaType type, int flags) {
        addField(name, type, flags, List.of());
    }

    void addField(String name, JavaType type, int flags, List<String> annotations) {
        fields.add(new FieldHeader(owner, name, type, flags, Optional.empty(), annotations));
    }

    void add(Node declaration, MethodHeader method) {
        methods.add(method);
        byDeclaration.put(declaration, method);
    }

    void add(MethodHeader method) {
        methods.add(method);
    }

    /** Adds a method that is not written down; one without type parameters or annotations. */
    void addImplicit(String name, List<JavaType> parameters, JavaType result, int flags) {
        add(new MethodHeader(
                owner, name, List.of(), parameters, result, descriptor("", parameters, result), flags, List.of()));
    }

    /** Adds the constructor that a record does not write down. */
    void addCanonical(List<JavaType> parameters, int flags, List<String> onParameters) {
        String descriptor = descriptor("", parameters, JavaType.Primitive.VOID);
        add(new MethodHeader(
                owner,
                "<init>",
                List.of(),
                parameters,
                JavaType.Primitive.VOID,
                descriptor,
                flags,
                List.of(),
                onParameters));
    }

    boolean has(String name) {
        return methods.stream().anyMatch(m -> m.name().equals(name));
    }

    boolean has(String name, int parameters) {
        return methods.stream()
                .anyMatch(m -> m.name().equals(name) && m.parameters().size() == parameters);
    }

    /** Whether there is a method of this name with the same erased parameters. */
    boolean has(String name, List<JavaType> parameters) {
        String wanted = descriptor("", parameters, JavaType.Primitive.VOID);
        return methods.stream()
                .anyMatch(m -> m.name().equals(name)
                        && descriptor("", m.parameters(), JavaType.Primitive.VOID)
                                .equals(wanted));
    }

    /** @param prefix descriptors of the parameters that the compiler adds in front */
    static String descriptor(String prefix, List<JavaType> parameters, JavaType result) {
        StringBuilder descriptor = new StringBuilder("(").append(prefix);
        parameters.forEach(p -> descriptor.append(p.descriptor()));
        return descriptor.append(')').append(result.descriptor()).toString();
    }
}
