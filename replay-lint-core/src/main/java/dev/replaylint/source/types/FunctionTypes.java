package dev.replaylint.source.types;

import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassIndex;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.IntersectionType;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.JavaType.WildcardType;
import dev.replaylint.program.type.MethodHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Function types of functional interfaces, looked up once per interface. */
public final class FunctionTypes {

    /** JLS 9.8: public methods of {@code Object} do not count. */
    private static final Set<String> OF_OBJECT = Set.of("equals Ljava/lang/Object;", "hashCode", "toString");

    private final ClassIndex index;
    private final Supertypes supertypes;
    private final Map<String, Optional<MethodHeader>> methods = new HashMap<>();

    public FunctionTypes(ClassIndex index, Supertypes supertypes) {
        this.index = index;
        this.supertypes = supertypes;
    }

    /** The function type of a type; empty if it is no functional interface. */
    public Optional<FunctionShape> of(JavaType type) {
        if (type instanceof WildcardType w) {
            return of(Bounds.either(w));
        }
        if (type instanceof IntersectionType i) {
            return i.parts().stream().flatMap(p -> of(p).stream()).findFirst();
        }
        return type instanceof ClassType c ? ofClass(c) : Optional.empty();
    }

    private Optional<FunctionShape> ofClass(ClassType type) {
        Optional<ClassHeader> header = index.find(type.name()).filter(ClassHeader::isInterface);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Optional<MethodHeader> method = methods.computeIfAbsent(type.name(), n -> singleAbstractMethod(header.get()));
        return method.map(m -> shape(header.get(), type, m));
    }

    private FunctionShape shape(ClassHeader header, ClassType type, MethodHeader method) {
        ClassType parameterized = withoutWildcards(header, type);
        Optional<ClassHeader> owner = index.find(method.owner());
        Optional<ClassType> site = supertypes.asSuper(parameterized, method.owner());
        Substitution substitution =
                owner.isPresent() && site.isPresent() ? Substitution.of(owner.get(), site.get()) : Substitution.NONE;
        List<JavaType> parameters = new ArrayList<>();
        for (JavaType parameter : method.parameters()) {
            parameters.add(Bounds.either(substitution.apply(parameter)));
        }
        JavaType result = Bounds.either(substitution.apply(method.result()));
        return new FunctionShape(header.name(), method, parameters, result);
    }

    /** JLS 9.9: a wildcard argument stands for its bound, an unbounded one for the parameter's bound. */
    private static ClassType withoutWildcards(ClassHeader header, ClassType type) {
        List<TypeVariable> declared = header.typeParameters();
        List<JavaType> arguments = new ArrayList<>();
        for (int i = 0; i < type.arguments().size(); i++) {
            JavaType argument = type.arguments().get(i);
            boolean unbounded = argument.equals(Bounds.UNBOUNDED);
            arguments.add(
                    unbounded && i < declared.size()
                            ? Bounds.of(declared.get(i)).get(0)
                            : Bounds.either(argument));
        }
        return new ClassType(type.name(), arguments);
    }

    private Optional<MethodHeader> singleAbstractMethod(ClassHeader header) {
        Set<String> implemented = new HashSet<>();
        Map<String, MethodHeader> abstracts = new HashMap<>();
        for (String name : supertypes.closure(header.name()).types().keySet()) {
            if (name.equals(JavaType.OBJECT.name())) {
                continue;
            }
            for (MethodHeader method :
                    index.find(name).map(ClassHeader::methods).orElse(List.of())) {
                collect(method, signature(header, method), implemented, abstracts);
            }
        }
        return abstracts.size() == 1 ? abstracts.values().stream().findFirst() : Optional.empty();
    }

    private static void collect(
            MethodHeader method, String signature, Set<String> implemented, Map<String, MethodHeader> abstracts) {
        if (method.isStatic() || method.isConstructor()) {
            return;
        }
        if (!method.isAbstract()) {
            implemented.add(signature);
        } else if (!implemented.contains(signature) && !OF_OBJECT.contains(signature)) {
            abstracts.putIfAbsent(signature, method);
        }
    }

    /** Name and erased parameters as members of the interface, so that overriding methods come out equal. */
    private String signature(ClassHeader header, MethodHeader method) {
        Optional<ClassHeader> owner = index.find(method.owner());
        Optional<ClassType> site = supertypes.asSuper(header.type(), method.owner());
        Substitution substitution =
                owner.isPresent() && site.isPresent() ? Substitution.of(owner.get(), site.get()) : Substitution.NONE;
        StringBuilder signature = new StringBuilder(method.name());
        for (JavaType parameter : method.parameters()) {
            signature.append(' ').append(substitution.apply(parameter).descriptor());
        }
        return signature.toString();
    }
}
