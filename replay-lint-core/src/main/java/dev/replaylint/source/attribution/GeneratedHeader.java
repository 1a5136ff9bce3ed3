package dev.replaylint.source.attribution;

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
    private final Supplier<DeclaredMembers> reader;
    private Optional<DeclaredMembers> members = Optional.empty();

    /** @param reader makes the members when they are first asked for */
    GeneratedHeader(String simpleName, SourceHeader outer, ClassType superclass, Supplier<DeclaredMembers> reader) {
        this.simpleName = simpleName;
        this.outer = outer;
        this.superclass = Optional.of(superclass);
        this.reader = reader;
    }

    private DeclaredMembers members() {
        if (members.isEmpty()) {
            members = Optional.of(reader.get());
        }
        return members.get();
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
        return members().fields();
    }

    @Override
    public List<MethodHeader> methods() {
        return members().methods();
    }

    @Override
    public List<String> memberClasses() {
        return List.of();
    }
}
