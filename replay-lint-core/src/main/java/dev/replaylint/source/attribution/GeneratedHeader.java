package dev.replaylint.source.attribution;

import dev.replaylint.program.Lazy;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.MethodHeader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The header of a builder class that Lombok generates as a whole. */
final class GeneratedHeader implements ClassHeader {

    private final String simpleName;
    private final SourceHeader outer;
    private final Optional<ClassType> superclass;
    private final Lazy<DeclaredMembers> members;

    /** @param reader makes the members when they are first asked for */
    GeneratedHeader(String simpleName, SourceHeader outer, ClassType superclass, Supplier<DeclaredMembers> reader) {
        this.simpleName = simpleName;
        this.outer = outer;
        this.superclass = Optional.of(superclass);
        this.members = new Lazy<>(reader);
    }

    @Override
    public String name() {
        return outer.name() + "$" + simpleName;
    }

    @Override
    public String simpleName() {
        return simpleName;
    }

    @Override
    public Optional<String> outer() {
        return Optional.of(outer.name());
    }

    @Override
    public ClassKind kind() {
        return ClassKind.CLASS;
    }

    @Override
    public int flags() {
        return Flags.PUBLIC_STATIC;
    }

    @Override
    public List<String> annotations() {
        return List.of();
    }

    @Override
    public List<TypeVariable> typeParameters() {
        return List.of();
    }

    @Override
    public Optional<ClassType> superclass() {
        return superclass;
    }

    @Override
    public List<ClassType> interfaces() {
        return List.of();
    }

    @Override
    public List<FieldHeader> fields() {
        return members.get().fields();
    }

    @Override
    public List<MethodHeader> methods() {
        return members.get().methods();
    }

    @Override
    public List<String> memberClasses() {
        return List.of();
    }
}
