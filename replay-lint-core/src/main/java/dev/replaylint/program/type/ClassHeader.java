package dev.replaylint.program.type;

import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.TypeVariable;
import java.util.List;
import java.util.Optional;

/**
 * What a class declares, without its code. Implementations read lazily: asking for members must not be needed to ask for
 * supertypes, since headers refer to each other in circles.
 */
public interface ClassHeader {

    /** Binary name (JLS 13.1), {@code java.util.Map$Entry}; for local and anonymous classes any unique name. */
    String name();

    /** Name within the enclosing class or package; empty for anonymous classes. */
    String simpleName();

    /** Binary name of the class this one is a member of; empty for top-level, local and anonymous classes. */
    Optional<String> outer();

    ClassKind kind();

    /** Access flags as in a class file (JVMS 4.1, 4.7.6), such as {@link java.lang.reflect.Modifier#ABSTRACT}. */
    int flags();

    /** Simple names of the annotations on the declaration, in order. */
    List<String> annotations();

    List<TypeVariable> typeParameters();

    /** The direct superclass; empty for {@code Object} and for interfaces. */
    Optional<ClassType> superclass();

    List<ClassType> interfaces();

    List<FieldHeader> fields();

    /** Methods and constructors (named {@code <init>}); no bridges, no static initializer. */
    List<MethodHeader> methods();

    /** Binary names of the member classes. */
    List<String> memberClasses();

    /** Whether it names or implies its direct subclasses (JLS 8.1.6). */
    default boolean isSealed() {
        return false;
    }

    default boolean isInterface() {
        return kind() == ClassKind.INTERFACE || kind() == ClassKind.ANNOTATION;
    }

    /** The class as a type with its own parameters as arguments. */
    default ClassType type() {
        return new ClassType(name(), List.copyOf(typeParameters()));
    }

    /** Superclass first, then interfaces in order. */
    default List<ClassType> supertypes() {
        return superclass()
                .map(s -> java.util.stream.Stream.concat(java.util.stream.Stream.of(s), interfaces().stream())
                        .toList())
                .orElseGet(this::interfaces);
    }

    /** Which kind of declaration a class comes from. */
    enum ClassKind {
        CLASS,
        INTERFACE,
        ENUM,
        RECORD,
        ANNOTATION
    }
}
